import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tally } from '@qualepref/core';
import type { WrittenReport } from '@qualepref/crawler';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qualepref } from './command-line.ts';
import { writeAnnuaire } from './site/annuaire.ts';
import { writeFeed } from './site/feed.ts';
import { configYaml, serveSite, type ServedSite } from './site/serve.ts';

/** What one decision may ask to be read, and how many a quarter may ask for. */
const WORDS = 80;
const FIRST_QUARTER = 60;
const NEXT_QUARTER = 20;

const SITE = 'https://www.haute-brume.gouv.fr';
const BOOKING_DESK = '/Demarches/Vehicules-et-permis/Points-numeriques';
const ORGANISATION = '/Services-de-l-Etat/Organigramme';
const MOVED_ORGANISATION = '/Services-de-l-Etat/Qui-fait-quoi';
const NATURALISATION = '/Demarches/Accueil-des-etrangers/Naturalisation';
const OWN = 'Le plan affiché à l’entrée ne montre pas le nouvel accès.';

let site: ServedSite;
let dir: string;
let feed: string;
let annuaire: string;
beforeAll(async () => {
  site = await serveSite({ variant: 'faulty' });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(join(dir, 'qualepref.yml'), configYaml(site.origin));
  annuaire = writeAnnuaire(dir);
  feed = await writeFeed(dir);
}, 60_000);
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Runs a command that must succeed, and gives back what it said, its spaces made plain. */
async function command(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await qualepref(args, { cwd: dir });
  expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 0, expect.any(String)]);
  return plain(stderr + stdout);
}

const plain = (text: string): string => text.replace(/[\u00A0\u202F]|&nbsp;/g, ' ');
const report = (quarter: string): WrittenReport =>
  JSON.parse(readFileSync(join(dir, quarter, 'report.json'), 'utf8')) as WrittenReport;
const verdictOn = (quarter: string, item: string): string | undefined =>
  report(quarter).grid.find((row) => row.item === item)?.verdict;

async function audit(quarter: string, ...more: string[]): Promise<void> {
  const folder = `2026-${quarter.toUpperCase()}`;
  await command(
    ...['audit', '--allow-private', '--quiet', '--campaign', folder, '--out', quarter],
    ...['--feed', feed, '--annuaire', annuaire, '--format', 'html,json,csv,summary'],
    ...more,
  );
}

type Row = Readonly<Record<string, string>>;

/** Rows of a sheet under its heads, by the title of the column; hidden ones are told by their letter. */
function rowsOf(book: ExcelJS.Workbook, name: string): (Row & { readonly line: string })[] {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const rows: (Row & { line: string })[] = [];
  let titles: string[] | undefined;
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).text);
    if (titles) {
      const named = titles.map((title, at) => [title === 'technique' ? letter(at) : title, cells[at] ?? '']);
      rows.push({ ...(Object.fromEntries(named) as Row), line: String(line) });
    } else if (cells.includes('technique')) titles = cells;
  });
  return rows;
}
const letter = (at: number): string => String.fromCharCode(65 + at);

async function opened(quarter: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(dir, quarter, 'grille.xlsx'));
  return book;
}

/** Writes in a row, by the titles of its columns. */
function write(book: ExcelJS.Workbook, name: string, line: string, cells: Row): void {
  const sheet = book.getWorksheet(name);
  const heads = sheet?.getRow(name === 'À décider' ? 6 : 1).values as string[] | undefined;
  for (const [title, value] of Object.entries(cells)) {
    const at = heads?.indexOf(title) ?? -1;
    if (!sheet || at < 1) throw new Error(`no column ${title} in ${name}`);
    sheet.getRow(Number(line)).getCell(at).value = value;
  }
}

const save = (book: ExcelJS.Workbook, quarter: string): Promise<void> =>
  book.xlsx.writeFile(join(dir, quarter, 'grille.xlsx'));

const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** What a quarter asks her to decide. */
function questions(book: ExcelJS.Workbook): (Row & { readonly line: string })[] {
  const open = rowsOf(book, 'À décider').filter((row) => row['Votre verdict'] === '');
  for (const row of open) {
    const read = `${row['Ce qui doit être'] ?? ''} ${row['Pourquoi'] ?? ''} ${quoted(row['Extraits'] ?? '')}`;
    expect(words(read), row['Point']).toBeLessThanOrEqual(WORDS);
  }
  return open;
}

/** What is read of an excerpt: its address is opened. */
const quoted = (excerpts: string): string => excerpts.replaceAll(/(?<!\S)(?:https?:\/)?\/\S*/g, '');

/** The same figures, as each format of a quarter tells them. */
async function figures(quarter: string): Promise<Record<string, Record<string, number | string>>> {
  await command('grid', 'export', quarter);
  const { grid, defects, marked = [], ownFindings = [], plan = [] } = report(quarter);
  const { conforme, decided, remaining } = tally(grid.map(({ verdict }) => verdict));
  const proven = defects.filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info');
  const aside = marked.filter(({ opinion }) => opinion !== 'confirmed');
  const confirmed = marked.length - aside.length;
  const actions = plan.filter(({ action }) => action);
  const table = (name: string): string[] =>
    plain(readFileSync(join(dir, quarter, `report-${name}.csv`), 'utf8'))
      .trimEnd()
      .split('\r\n')
      .slice(1);
  const answers = (word: string): number =>
    table('grille').filter((row) => row.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[4] === word).length;
  const book = await opened(quarter);
  const listed = rowsOf(book, 'Défauts');
  const said = listed.filter((row) => ['faux positif', 'accepté'].includes(row['Votre avis'] ?? ''));
  const links = rowsOf(book, 'À décider').filter((row) => row['Point'] === 'Lien');
  const soundLinks = links.filter((row) => row['Votre verdict'] === 'conforme').length;
  const text = (name: string): string =>
    plain(readFileSync(join(dir, quarter, name), 'utf8'))
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ');
  const headline = (name: string): string =>
    /\d+ conformes? sur \d+ décidés?, \d+ restants?/.exec(text(name))?.[0] ?? '';
  const told = `${agreed(conforme, 'conforme')} sur ${agreed(decided, 'décidé')}, ${agreed(remaining, 'restant')}`;
  const truth = {
    ...{ headline: told, proven: proven.length, aside: aside.length },
    ...{ own: ownFindings.length, actions: actions.length },
  };
  const inPages = (name: string, pattern: RegExp): number => Number(pattern.exec(text(name))?.[1] ?? 0);
  return {
    json: truth,
    csv: {
      headline: `${agreed(answers('Conforme'), 'conforme')} sur ${agreed(answers('Conforme') + answers('Non conforme'), 'décidé')}, ${agreed(answers('À vérifier') + answers('Non vérifié'), 'restant')}`,
      proven: table('defauts').filter((row) => row.includes(';établi;')).length,
      aside: table('avis').filter((row) => !row.includes(';confirmé;')).length,
      own: table('mes-constats').length,
      actions: table('plan').filter((row) => !row.includes('Proposé : ')).length,
    },
    html: {
      headline: headline('report.html'),
      proven: inPages('report.html', /non conformes?, (\d+) défauts? à transmettre/),
      aside: inPages('report.html', /(\d+) défauts? (?:est écarté|sont écartés)/),
      own: text('report.html').match(/· constaté par|Point \S+ · [^·]*constaté par/g)?.length ?? 0,
      actions: inPages('report.html', /Plan d’amélioration (\d+) actions?[ ,;]/),
    },
    summary: {
      headline: headline('report-summary.html'),
      proven: 5 + inPages('report-summary.html', /et (\d+) autres? défauts? établis?/),
      aside: inPages('report-summary.html', /(\d+) défauts? écartés? par une personne/),
      own: inPages('report-summary.html', /(\d+) constats? d’une personne/),
      actions: inPages('report-summary.html', /Plan d’amélioration : (\d+) actions?/),
    },
    xlsx: {
      headline: told,
      proven:
        confirmed +
        listed.filter(
          (row) => row['Votre avis'] === '' && !['À vérifier', 'Information'].includes(row['Gravité'] ?? ''),
        ).length,
      aside: said.length + soundLinks,
      own: rowsOf(book, 'Mes constats').filter((row) => row['J'] !== '' && row['Suite'] === 'à corriger')
        .length,
      actions: rowsOf(book, 'Plan d’amélioration').filter((row) => row['K'] !== '').length,
    },
  };
}

const agreed = (count: number, word: string): string => `${String(count)} ${word}${count > 1 ? 's' : ''}`;

/** Every format says what `report.json` says. */
async function agreement(quarter: string): Promise<void> {
  const { json, ...others } = await figures(quarter);
  for (const [format, told] of Object.entries(others)) expect(told, `${quarter} ${format}`).toEqual(json);
}

function edit(path: string, from: string, to: string): void {
  const body = site.resources.get(path)?.body.toString() ?? '';
  expect(body, path).toContain(from);
  const edited = Buffer.from(body.replaceAll(from, to));
  site.resources.set(path, { status: 200, type: 'text/html; charset=utf-8', body: edited });
}

/** Gives a page another address, to which all others now lead; nothing answers at the old one. */
function move(from: string, to: string): void {
  const page = site.resources.get(from);
  if (!page) throw new Error(`no page ${from}`);
  site.resources.delete(from);
  site.resources.set(to, page);
  for (const [path, resource] of site.resources) {
    if (!/html|xml/.test(resource.type)) continue;
    const body = Buffer.from(resource.body.toString().replaceAll(from, to));
    site.resources.set(path, { ...resource, body });
  }
}

/** One line of « Défauts », by what its first page and its points are. */
function defectOn(book: ExcelJS.Workbook, item: string): string {
  const found = rowsOf(book, 'Défauts').find((row) => row['Points'] === item);
  if (!found) throw new Error(`no defect of ${item}`);
  return found.line;
}

test('the first quarter is decided in the spreadsheet: few questions, short ones, and all or nothing', async () => {
  await audit('t3');
  await command('grid', 'export', 't3');
  const book = await opened('t3');
  const open = questions(book);
  expect(open.length).toBeLessThanOrEqual(FIRST_QUARTER);

  const once = book.getWorksheet('À décider');
  if (!once) throw new Error('no sheet');
  once.getCell('B3').value = 'Camille Martin';
  for (const row of open) {
    const proposed = row['Proposé par l’audit'] ?? '';
    const verdict = proposed === 'à vérifier' || proposed === 'non vérifié' ? 'conforme' : proposed;
    write(book, 'À décider', row.line, { 'Votre verdict': verdict });
  }
  const overruled = open.find((row) => row['Proposé par l’audit'] === 'non conforme')?.line ?? '';
  write(book, 'À décider', overruled, { 'Votre verdict': 'conforme' });
  const dead = open.find((row) => row['Page à ouvrir']?.includes('Suivi-de-dossier') === true)?.line ?? '';
  write(book, 'À décider', dead, { 'Votre verdict': 'non conforme' });
  write(book, 'Défauts', defectOn(book, 'RDV-03'), {
    ...{
      'Votre avis': 'accepté',
      Motif: 'Prestataire sous convention.',
      'Jusqu’au (un an si vide)': '31/12/2099',
    },
  });
  write(book, 'Défauts', defectOn(book, 'COM-08'), { 'Votre avis': 'faux positif', Motif: 'Exemple cité.' });
  const own =
    rowsOf(book, 'Défauts').find((row) => row['Où'] === SITE + ORGANISATION && row['Points'] === '')?.line ??
    '';
  write(book, 'Défauts', own, { 'Votre avis': 'accepté', Motif: 'Page refaite en 2027.' });
  write(book, 'Mes constats', '2', {
    ...{ Point: 'ACC-08', 'Page ou lieu': 'Hall', 'Ce que vous avez constaté': OWN, Gravité: 'Majeur' },
  });
  const gap = rowsOf(book, 'Plan d’amélioration').find((row) => row['Point'] === 'RDV-02')?.line ?? '';
  write(book, 'Plan d’amélioration', gap, { Responsable: 'Service communication', Échéance: '31/12/2099' });
  await save(book, 't3');

  const refused = await qualepref(['grid', 'import', join('t3', 'grille.xlsx')], { cwd: dir });
  expect([refused.code, plain(refused.stderr)]).toEqual([
    2,
    expect.stringMatching(
      /Feuille « À décider », ligne \d+, cellule H\d+ : .*la réponse proposée est « non conforme »/,
    ),
  ]);
  expect(report('t3').grid.filter(({ by }) => by !== 'audit')).toEqual([]);

  write(book, 'À décider', overruled, { 'Raison (si vous en décidez autrement)': 'Vu à l’écran.' });
  await save(book, 't3');
  const links = open.filter((row) => row['Point'] === 'Lien').length;
  const said = await command('grid', 'import', join('t3', 'grille.xlsx'));
  expect(said).toContain(
    `${String(open.length - links)} décisions enregistrées, ${String(links + 3)} avis sur des défauts, 1 constat d’une personne, 1 action du plan.`,
  );
  expect(said).toContain('Tous les points sont décidés');
  expect(await command('grid', 'import', join('t3', 'grille.xlsx'))).toContain('Rien de nouveau');
  expect(await command('grid', 'close', 't3')).toContain(
    'close et visée par Camille Martin, 0 point restant',
  );
}, 300_000);

test('what was decided is what the report says, in every format', async () => {
  const { marked = [], ownFindings, closing } = report('t3');
  expect(marked.filter(({ opinion }) => opinion === 'confirmed').map(({ cause }) => cause)).toEqual([
    expect.stringContaining('Suivi-de-dossier'),
  ]);
  expect([verdictOn('t3', 'RDV-03'), verdictOn('t3', 'COM-08')]).toEqual(['conforme', 'conforme']);
  expect(ownFindings?.map(({ what, by }) => [what, by])).toEqual([[OWN, 'Camille Martin']]);
  expect(closing?.by).toBe('Camille Martin');
  await agreement('t3');
}, 120_000);

test('the next quarter tells the truth of what was mended and planted, and carries what was said', async () => {
  edit(BOOKING_DESK, '/Prendre-rendez-vous"', '/Prendre-un-rendez-vous"');
  edit(ORGANISATION, '</main>', '<p><a href="/Annuaire-disparu">Annuaire des services</a></p></main>');
  edit(NATURALISATION, 'Mis à jour le', 'Relu le');
  edit(ORGANISATION, 'Le SGCD suit', 'Le secrétariat suit');
  move(ORGANISATION, MOVED_ORGANISATION);
  await audit('t4', '--since', 't3');
  const { changes, marked = [], ownFindings } = report('t4');
  const turned = (change: string): string[] =>
    (changes?.defects ?? [])
      .filter((defect) => defect.change === change && defect.isProven)
      .map(({ code, cause }) => `${code} ${cause.replace(SITE, '')}`)
      .sort();
  expect({
    mended: turned('mended'),
    new: turned('new'),
    worse: turned('worse'),
    better: turned('better'),
  }).toEqual({
    mended: [
      ...['entry-dead /Prendre-rendez-vous', 'internal-dead /Prendre-rendez-vous'],
      'no-booking-link Point numérique',
    ],
    new: ['internal-dead /Annuaire-disparu', 'no-date '],
    ...{ worse: [], better: [] },
  });
  // What stands to be mended in the comparison is what the report lists.
  const standing = (changes?.defects ?? []).flatMap(({ after }) => after);
  const known = report('t4').defects.filter(
    ({ check, code }) => check !== 'collection' && code !== 'check-crashed',
  );
  expect(standing.toSorted()).toEqual(known.map(({ id }) => id).sort());
  expect(marked.map(({ opinion }) => opinion).sort()).toEqual(
    report('t3')
      .marked?.map(({ opinion }) => opinion)
      .sort(),
  );
  expect(changes?.moved).toEqual([{ from: SITE + ORGANISATION, to: SITE + MOVED_ORGANISATION }]);
  const page = marked.filter(({ pages }) => pages.includes(SITE + MOVED_ORGANISATION));
  expect(page.map(({ opinion, reason }) => [opinion, reason])).toEqual([
    ['accepted', 'Page refaite en 2027.'],
  ]);
  expect([verdictOn('t4', 'RDV-03'), verdictOn('t4', 'RDV-02')]).toEqual(['conforme', 'conforme']);
  // Hers is proposed again, and is no finding of this quarter until she confirms it.
  expect(ownFindings).toBeUndefined();
  await command('compare', 't3', 't4', '--quiet', '--out', 'compares');
  expect(JSON.parse(readFileSync(join(dir, 'compares', 'comparaison.json'), 'utf8'))).toEqual(changes);
}, 300_000);

test('the second quarter asks little: one gesture for what did not change, and a proof to close what was mended', async () => {
  await command('grid', 'export', 't4');
  const book = await opened('t4');
  const open = questions(book);
  // What was decided of this sentence is asked again: it changed.
  expect(open.map((row) => row['Point'])).toEqual(['CLA-02', 'CLA-04']);
  // The gesture is one more.
  expect(open.length + 1).toBeLessThanOrEqual(NEXT_QUARTER);
  const once = book.getWorksheet('À décider');
  if (!once) throw new Error('no sheet');
  once.getCell('B3').value = 'Camille Martin';
  once.getCell('B5').value = 'oui';
  for (const row of open) {
    const proposed = row['Proposé par l’audit'] ?? '';
    write(book, 'À décider', row.line, {
      'Votre verdict': proposed === 'à vérifier' ? 'conforme' : proposed,
    });
  }
  const [action] = rowsOf(book, 'Plan d’amélioration').filter(
    (row) => row['Responsable'] === 'Service communication',
  );
  expect(plain(action?.['Dernier constat'] ?? '')).toMatch(
    /^À clore : choisir « efficace »\..*point conforme\. Corrigé :/s,
  );
  write(book, 'Plan d’amélioration', action?.line ?? '', { État: 'efficace' });
  await save(book, 't4');
  expect(await command('grid', 'import', join('t4', 'grille.xlsx'))).toContain(
    'Tous les points sont décidés',
  );

  const { plan = [], ownFindings = [] } = report('t4');
  expect(plan.flatMap(({ action }) => action?.history.map(({ state }) => state) ?? [])).toEqual([
    ...['planned', 'done', 'effective'],
  ]);
  expect(ownFindings.map(({ what, sameAs }) => [what, sameAs])).toEqual([[OWN, '2026-T3']]);
  await agreement('t4');
}, 300_000);
