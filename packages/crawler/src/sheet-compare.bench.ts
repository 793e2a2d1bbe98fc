import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Check } from './check.ts';
import { checks } from './checks/index.ts';
import type { PageFacts } from './facts.ts';
import type { FeedSheet } from './feed-sheet.ts';
import { fingerprint } from './feed-fingerprint.ts';
import { runChecks } from './run-checks.ts';
import { feedOf, feedSheet, paragraph, sheetHtml } from './sheet-testing.ts';
import { settings, site } from './testing.ts';
import { pageOf } from './testing-read.ts';

const SHEETS = Number(process.env['BENCH_SHEETS'] ?? 3_000);
const PAGES = Number(process.env['BENCH_SHEET_PAGES'] ?? 1_000);
const PARAGRAPHS = 60;
const MINUTES = 60_000;
/** Against freezing, not for tuning: twenty times the ten seconds aimed at. */
const SLOWEST = 200_000;

const WORDS =
  'carte demande préfecture service dossier pièce guichet rendez-vous département titre délai mois année personne mineur majeur parent justificatif domicile photo timbre montant remise réception courrier décision refus recours accord formulaire original copie'.split(
    ' ',
  );
/** The same figures each time. */
const word = (seed: number): string => WORDS[(seed * 2_654_435_761) % WORDS.length] ?? '';
const sentence = (sheet: number, at: number): string =>
  `Pour le cas ${String(sheet)} et le point ${String(at)}, ${Array.from({ length: 14 }, (_, i) => word(sheet * 31 + at * 7 + i + 1)).join(' ')}.`;

const sheets: readonly FeedSheet[] = Array.from({ length: SHEETS }, (_, n) =>
  feedSheet({
    number: `F${String(n + 1)}`,
    title: `Démarche du cas ${String(n + 1)}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(sentence(n, at))),
  }),
);

/** One page of three shows its sheet, one copies a part of it without saying so, one says things of its own. */
function bodyOf(n: number): string {
  const sheet = sheets[(n * 7) % sheets.length] ?? feedSheet();
  if (n % 3 === 0) return sheetHtml(sheet).replace('guichet', 'comptoir');
  const paragraphs =
    n % 3 === 1
      ? sheet.paragraphs.map(({ text }) => text)
      : Array.from({ length: PARAGRAPHS }, (_, at) => sentence(-n - 1, at));
  return `<main><h1>Page ${String(n)}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main>`;
}

/** Of the processor: the machine has other things to do. */
const seconds = (work: () => void): number => {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
};
const own: readonly Check[] = checks.filter(
  ({ id }) => id.startsWith('sheet-') || id === 'comarquage-mention',
);

test(
  'a thousand pages are compared with three thousand sheets, and cost little beside their parsing',
  () => {
    const bodies = Array.from({ length: PAGES }, (_, n) => bodyOf(n));
    const pages = bodies.map((body): PageFacts => pageOf(body));
    const feed = feedOf(sheets);
    const given = settings({ feed });
    const run = (some: readonly Check[]): number =>
      seconds(() => runChecks({ site: site(), pages: () => pages, addresses: () => [] }, some, given));
    const hashing = seconds(() => {
      for (const { html } of pages) for (const { text } of html?.passages ?? []) fingerprint(text);
    });
    const parsing = seconds(() => {
      for (const body of bodies) load(body);
    });
    const comparing = run(own.filter(({ id }) => id === 'sheet-text' || id === 'sheet-copy'));
    const all = run(own);
    const shown = (value: number): string => value.toLocaleString('fr', { maximumSignificantDigits: 2 });
    process.stdout.write(
      `${String(PAGES)} pages, ${String(SHEETS)} fiches : comparaison ${shown(comparing)} s (${shown(comparing / hashing)} fois les empreintes seules) ; tous les contrôles de fiches ${shown(all)} s, ${shown(all / parsing)} fois l’analyse des pages.\n`,
    );
    expect(comparing * 1_000).toBeLessThan(SLOWEST);
  },
  20 * MINUTES,
);
