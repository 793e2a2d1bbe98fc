import { expect, test } from 'vitest';
import { finding } from './fixture.ts';
import { hostile } from './hostile-fixture.ts';
import { pageLine } from './jsonl.ts';

/** All that some reader takes for the end of a line. */
const LINE_END = /[\p{Cc}\u2028\u2029]/u;

test.each(hostile)('%j is one line, that no terminal obeys, and the same text once read', (text) => {
  const url = `https://www.exemple.gouv.fr/${text}`;
  const found = finding({ message: text, where: { selector: text } });
  const line = pageLine({ url, error: text, findings: [found] });
  expect(line.split(LINE_END)).toEqual([line.trimEnd(), '']);
  expect(line.trimEnd()).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  expect(JSON.parse(line)).toMatchObject({
    ...{ url, error: text },
    findings: [{ message: text, selector: text }],
  });
});
