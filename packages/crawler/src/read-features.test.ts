import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

test('forms, tables and media of the main part are told, each once', () => {
  expect(
    read('<main><form></form><table><tr><td>1</table><table><tr><td>2</table><video></video></main>')
      .features,
  ).toEqual(['form', 'media', 'table']);
});

test('what is around the main part is on every page, an empty table is none', () => {
  expect(read('<header><form></form></header><main><table></table></main>').features).toEqual([]);
});
