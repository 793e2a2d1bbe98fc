import { expect, test } from 'vitest';
import type { RgaaReport } from '../rgaa-report.ts';
import { finding, report } from './fixture.ts';
import { htmlReport } from './html.ts';

const failure = finding({ rgaa: ['1.1'], url: 'https://www.exemple.gouv.fr/Contact' });
const shown = (given = report({ findings: [failure] })): string =>
  htmlReport(given)
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll('&nbsp;', '\u00a0');
const section = (page: string): string =>
  page.slice(page.indexOf('id="rgaa"'), page.indexOf('</section>', page.indexOf('id="rgaa"')));
const withRgaa = (partial: Partial<RgaaReport>): string => {
  const sound = report({ findings: [failure] });
  return section(shown(sound.rgaa ? { ...sound, rgaa: { ...sound.rgaa, ...partial } } : sound));
};
const HIGHEST = { numerator: 60, denominator: 80 };
const DECLARED = { url: 'https://www.exemple.gouv.fr/a', date: '2026-03-12' };

test('each criterion is there under its theme, with its official page', () => {
  const page = section(shown());
  expect(page.match(/criteres-et-tests\/#\d+\.\d+"/g)).toHaveLength(106);
  expect(page).toContain('1 sur 1\u00a0page');
});

test('no criterion is said to be met', () => {
  const cells = [...section(shown()).matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.trim());
  expect(cells.length).toBeGreaterThan(400);
  expect(cells.filter((cell) => /^(?:c|conforme|oui)$/i.test(cell))).toEqual([]);
});

test('the bound is told as one, and the declared rate beside it only where they compare', () => {
  expect(withRgaa({ highest: HIGHEST })).toContain('75\u00a0% au plus');
  expect(withRgaa({ declared: { ...DECLARED, rate: 80, highest: HIGHEST } })).toContain(
    'Taux déclaré à revoir',
  );
  expect(withRgaa({ declared: { ...DECLARED, rate: 75, highest: HIGHEST } })).not.toContain('à revoir');
  const lost = withRgaa({ declared: { ...DECLARED, rate: 80, reason: 'La déclaration n’est pas datée.' } });
  expect(lost).toMatch(/Non comparable\..*n’est pas datée/s);
});

test('the sample is a list to copy, in which a name is no formula and no other cell', () => {
  const entry = { url: 'https://www.exemple.gouv.fr/a', why: 'page tirée au sort', kind: 'page' } as const;
  const entries = [
    { ...entry, name: '=1+1' },
    { ...entry, name: 'A; "B"' },
  ];
  const page = withRgaa({ sample: { entries, missing: ['Aide'] } })
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
  expect(page).toContain("'=1+1;https://www.exemple.gouv.fr/a");
  expect(page).toContain('"A; ""B""";https://www.exemple.gouv.fr/a');
  expect(page).toMatch(/Pages non trouvées\u00a0:\s+Aide/);
});

test('a report made without criteria has no such section', () => {
  const { rgaa, ...without } = report();
  expect(rgaa).toBeDefined();
  expect(shown(without)).not.toContain('id="rgaa"');
});
