import { cantTell, failed, siteCheck, type At, type Check, type Problem } from '../check.ts';
import { foldTitle } from '../feed-fingerprint.ts';
import { askedTarget, isDead } from '../link-target.ts';
import type { HtmlFacts, LinkFacts } from '../facts.ts';
import { sheetAddress } from '../sheet-address.ts';
import { shownSheets, type ShownSheet } from '../sheet-page.ts';
import { cut } from '../text.ts';

type Code = 'redirect-chain' | 'lost-sheet' | 'dead-sheet' | 'wrong-sheet' | 'no-original' | 'old-host';

/** Links to Service-Public of one page. */
interface Row {
  readonly url: string;
  readonly links: number;
  /** Of which the audit followed. */
  readonly asked: number;
  /** Those of the main part, to be opened: words and address. */
  readonly own: readonly (readonly [text: string, url: string])[];
  readonly problems: readonly Problem<Code>[];
}

/** Redirects that make a chain: one leads from the old host to the new one. */
const CHAIN = 2;
const MOST = 6;
const OWN = 3;
const TEXT = 200;
/** Shorter, a title stands in a link by chance. */
const TELLING = 12;

/**
 * Links to Service-Public lead to the sheet they name. Both hosts are right; the
 * old one redirects, once. Where nothing was asked, only what the address alone
 * proves is said.
 */
export const sheetLinks: Check = siteCheck({
  id: 'sheet-links',
  codes: {
    'redirect-chain': {
      items: ['COM-11'],
      severity: 'minor',
      text: 'Ce lien vers Service-Public passe par {hops} redirections : le remplacer par l’adresse d’arrivée, {to}.',
    },
    'lost-sheet': {
      items: ['COM-11'],
      severity: 'major',
      text: 'Ce lien vers la fiche {number} arrive à une page générale ({to}) : chercher la fiche qui traite aujourd’hui du sujet, ou retirer le lien.',
    },
    'dead-sheet': {
      items: ['COM-11'],
      severity: 'major',
      text: 'Ce lien vers Service-Public mène à une page qui n’existe plus : chercher la fiche qui traite aujourd’hui du sujet, ou retirer le lien.',
    },
    'wrong-sheet': {
      items: ['COM-11'],
      severity: 'major',
      text: 'La page montre la fiche {number}, mais le lien qui porte son nom mène à la fiche {other} : corriger l’adresse du lien.',
    },
    'no-original': {
      items: [],
      severity: 'major',
      text: 'La fiche {number} ne renvoie pas à la fiche d’origine : ajouter sous la fiche un lien vers son adresse sur Service-Public.',
    },
    'old-host': {
      items: [],
      severity: 'info',
      text: 'Lien vers une ancienne adresse de Service-Public ({host}) : elle redirige encore, mais l’adresse en service-public.gouv.fr est à préférer.',
    },
  },
  project: (page): Row | null => {
    const { url, html } = page;
    const links = html.links.filter((link) => link.url !== null && sheetAddress(link.url));
    const shown = shownSheets(page);
    if (links.length === 0 && shown.length === 0) return null;
    const problems = [
      ...targetsOf(links, url),
      ...shown.flatMap((sheet) => [...originOf(sheet)]),
      ...oldHost(html, url),
    ];
    const asked = links.filter((link) => askedTarget(link)).length;
    const own = links
      .filter(({ zone }) => zone === 'main')
      .map((link): Row['own'][0] => [cut(link.text, TEXT), cut(link.url ?? '', TEXT)]);
    return { url, links: links.length, asked, own: own.slice(0, OWN), problems: problems.slice(0, MOST) };
  },
  *judge(rows) {
    for (const { problems } of rows) yield* problems;
  },
  *propose(rows) {
    const links = rows.reduce((sum, row) => sum + row.links, 0);
    const asked = rows.reduce((sum, row) => sum + row.asked, 0);
    if (links === 0 || asked > 0) return;
    yield {
      item: 'COM-11',
      answer: 'non_verifie',
      why: 'Les liens vers Service-Public n’ont pas été suivis par cet audit, qui n’interroge pas les autres sites : relancer l’audit sur le site public, ou ouvrir les liens.',
      excerpts: rows.flatMap(({ url, own }) => own.map(([about, quote]) => ({ url, about, quote }))),
    };
  },
});

function targetsOf(links: readonly LinkFacts[], url: string): Problem<Code>[] {
  const met = new Set<string>();
  return links.flatMap((link): Problem<Code>[] => {
    const address = link.url ?? '';
    const target = askedTarget(link);
    if (!target || met.has(address)) return [];
    met.add(address);
    const { line, zone, selector } = link;
    const at: At = {
      url,
      place: { line, zone, selector },
      quote: cut(`${link.text} (${address})`, TEXT),
      cause: address,
    };
    if (isDead(target)) return [failed('dead-sheet', {}, at)];
    const { outcome, finalUrl, hops = 0 } = target;
    if (outcome !== 'redirected' || finalUrl === undefined) return [];
    const number = sheetAddress(address)?.number ?? null;
    const end = URL.parse(finalUrl);
    if (number !== null && end && end.pathname.split('/').filter((part) => part !== '').length <= 1)
      return [failed('lost-sheet', { number, to: finalUrl }, at)];
    return hops >= CHAIN ? [failed('redirect-chain', { hops, to: finalUrl }, at)] : [];
  });
}

/** A sheet leads to its original, and the link that bears its title to no other. */
function* originOf({ url, number, links, passages, isMarked }: ShownSheet): Iterable<Problem<Code>> {
  if (number === null || !isMarked) return;
  const sheets = links.flatMap((link) => {
    const other = sheetAddress(link.url)?.number ?? null;
    return other === null ? [] : [{ ...link, number: other }];
  });
  if (sheets.some((link) => link.number === number)) return;
  const titles = passages
    .filter(({ kind }) => kind === 'heading')
    .map(({ text }) => foldTitle(text))
    .filter((title) => title.length >= TELLING);
  const [title] = titles;
  const wrong = title === undefined ? undefined : sheets.find(({ text }) => foldTitle(text).includes(title));
  if (wrong) {
    yield failed(
      'wrong-sheet',
      { number, other: wrong.number },
      { url, quote: cut(`${wrong.text} (${wrong.url})`, TEXT) },
    );
  } else yield failed('no-original', { number }, { url });
}

function* oldHost({ links }: HtmlFacts, url: string): Iterable<Problem<Code>> {
  const old = links.find((link) => link.zone === 'main' && sheetAddress(link.url ?? '')?.isCurrent === false);
  if (!old) return;
  const { line, zone, selector, text } = old;
  const host = sheetAddress(old.url ?? '')?.host ?? '';
  yield cantTell(
    'old-host',
    { host },
    { url, place: { line, zone, selector }, quote: cut(`${text} (${old.url ?? ''})`, TEXT) },
  );
}
