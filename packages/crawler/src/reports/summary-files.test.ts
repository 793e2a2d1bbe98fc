import type { OwnFinding } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { changesOf } from './changes-fixture.ts';
import { finding, report } from './fixture.ts';
import { hostile } from './hostile-fixture.ts';
import { isReportFile } from './index.ts';
import { summaryFiles } from './summary-files.ts';

const files = (made: Report): Map<string, string> =>
  new Map([...summaryFiles(made)].map(({ name, html }) => [name, html]));

/** What a reader reads, on one line. */
function textOf(html = ''): string {
  return html
    .replace(/^.*<body>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replace(/[ \n\u00A0]+/g, ' ');
}

const summaryOf = (made: Report): string => textOf(files(made).get('report-summary.html'));
const decided = (made: Report, verdict: 'conforme' | 'non_conforme'): Report => ({
  ...made,
  grid: made.grid.map((row) => ({ ...row, verdict })),
});

test('each of those who can mend something has a page, named after them', () => {
  expect([...files(report()).keys()]).toEqual([
    'report-summary.html',
    'report-service-contributeurs-du-site.html',
    'report-service-bureau-des-migrations-et-de-l-integration.html',
    'report-service-a-signaler-a-l-administrateur-national-du-site.html',
    'report-service-dans-les-documents.html',
    'report-service-chez-d-autres-sites.html',
  ]);
});

test('services whose names differ by little have two files, and no name leaves the folder', () => {
  const findings = ['Séjour', 'Sejour', '../..', '☺'].map((service) => finding({ service }));
  expect([...files(report({ findings })).keys()].slice(1).sort()).toEqual([
    'report-service-sejour-2.html',
    'report-service-sejour.html',
    'report-service-service-2.html',
    'report-service-service.html',
  ]);
});

test('whatever a service is named, its file has a plain and short name of its own, and its page is text', () => {
  const findings = hostile.map((text) => finding({ service: text, message: text, cause: text }));
  const made = files(report({ findings }));
  for (const [name, html] of made) {
    expect(name).toSatisfy(isReportFile);
    expect(name.length).toBeLessThan(100);
    expect(html).not.toMatch(/<(?:script>globalThis|img src=x|svg onload|f>)|href="(?!https?:)/);
    expect(html).not.toMatch(/(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  }
  expect(made.size).toBeGreaterThan(hostile.length / 2);
});

test('a service of which only a person saw something has a page, and a name is that of the service however it is typed', () => {
  const seen = (id: string, service: string, what: string): OwnFinding => ({
    ...{ id, item: 'ACC-08', what, service, severity: 'major', state: 'open' },
    ...{ by: 'Camille', date: '2026-11-24' },
  });
  const ownFindings = [
    seen('a', 'Accueil du public', 'Plan illisible.'),
    seen('b', 'bureau des migrations et de l’integration', 'Panneau caché.'),
    seen('c', 'ACCUEIL DU PUBLIC', 'Porte lourde.'),
  ];
  const made = files(report({ ownFindings }));
  expect([...made.keys()].filter((name) => /accueil|migrations/.test(name))).toEqual([
    'report-service-bureau-des-migrations-et-de-l-integration.html',
    'report-service-accueil-du-public.html',
  ]);
  const alone = textOf(made.get('report-service-accueil-du-public.html'));
  expect(alone).toContain('2 constats d’une personne.');
  expect(alone).toMatch(/Plan illisible.*Porte lourde/);
  expect(alone).not.toContain('À faire');
  const both = textOf(made.get('report-service-bureau-des-migrations-et-de-l-integration.html'));
  expect(both).toContain('2 défauts, 1 constat d’une personne.');
  expect(both).toContain('Panneau caché.');
});

test('the page of a service holds its defects and nobody else’s', () => {
  const page = textOf(files(report()).get('report-service-bureau-des-migrations-et-de-l-integration.html'));
  expect(page).toContain('2 défauts.');
  expect(page).toContain('Le lien « Pièces à fournir » mène à une page absente');
  expect(page).toContain('/Demarches/Etrangers/Naturalisation');
  expect(page).not.toContain('Accessibilité');
});

test('the summary prints conformity as everywhere else', () => {
  const text = summaryOf(report());
  expect(text).toMatch(/\d+ conformes? sur \d+ décidés, \d+ restants/);
  expect(text).toContain('il faut que neuf points sur dix soient décidés');
  expect(text).not.toContain('Soit');
  expect(summaryOf(decided(report(), 'conforme'))).toContain('Soit 100 %');
});

test('the summary names five proven defects, the most urgent first, and who mends them', () => {
  const text = summaryOf(report());
  const first = text.indexOf('La mention « Accessibilité » ne donne pas le niveau');
  expect(first).toBeGreaterThan(0);
  expect(text.indexOf('Il manque aux mentions légales')).toBeGreaterThan(first);
  expect(text).toContain('62 pages · Administrateur national du site');
  const marks = (files(report()).get('report-summary.html') ?? '').matchAll(/class="mark /g);
  expect([...marks]).toHaveLength(5);
  expect(text).toMatch(/et \d autres défauts établis/);
});

test('doubts and informations are not to be mended', () => {
  const findings = [finding({ outcome: 'cantTell' }), finding({ severity: 'info' })];
  expect(summaryOf(report({ findings }))).toContain('Aucun défaut n’est établi.');
});

test('each rubric has a row of numbers, and a bar that adds up to them', () => {
  const html = files(report()).get('report-summary.html') ?? '';
  const rows = [...html.matchAll(/<th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
  expect(rows).toHaveLength(11);
  for (const row of rows) {
    const widths = [...row.matchAll(/ width="([\d.]+)"/g)].map(([, width]) => Number(width));
    if (widths.length > 0) expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
  }
});

test('nothing is left to do on a site where all is decided and sound', () => {
  const text = summaryOf(decided(report({ findings: [] }), 'conforme'));
  expect(text).toContain('Rien : tous les points sont décidés.');
});

test('what a site or a service writes stays text', () => {
  const hostile = '<script>globalThis.pwned = 1</script>\u202E';
  const findings = [finding({ message: hostile, service: hostile, where: { quote: hostile } })];
  for (const html of files(report({ findings })).values()) {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202E');
    expect(html).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-');
  }
});

test('the summary tells what changed since the last audit, where there was one', () => {
  const made = report();
  const changes = changesOf(made);
  expect(summaryOf(made)).not.toContain('Depuis');
  expect(summaryOf({ ...made, changes })).toMatch(
    /Depuis le 3e trimestre 2026 : \d+ défauts? .*Grille : \d+ points? devenus? non conformes?/,
  );
});

test('no word of the summary is cut', () => {
  const message =
    'La fiche nationale ne nomme pas sa source\u00A0: afficher sous la fiche «\u00A0Service Public / Direction de l’information légale et administrative\u00A0», puis sa date.';
  const text = summaryOf(report({ findings: [finding({ message })] }));
  expect(text).toContain('La fiche nationale ne nomme pas sa source…');
});
