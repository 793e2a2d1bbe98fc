import { isInRole, roleLabels, type Person } from '@qualepref/core';
import { siteCheck, type Check, type Settings } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import type { Excerpt } from '../proposal.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly cited: readonly { readonly who: string; readonly quote: string; readonly isGone: boolean }[];
}

const KEPT = 4;
const QUOTE = 130;
const NAME = String.raw`(?:\p{Lu}[\p{Ll}]+(?:-\p{Lu}[\p{Ll}]+)? ){1,2}(?:(?:de|du|d’|d'|des|le|la) ?)?\p{Lu}[\p{L}’'-]+`;
const FUNCTION =
  /(?<!\p{L})(?:sous-)?pr[ée]f[eè]te?s?(?!\p{L})|secr[ée]taires? g[ée]n[ée]ra(?:l|le|ux)(?!\p{L})|direct(?:eur|rice)s? (?:de (?:la publication|la citoyennet[ée]|cabinet)|du cabinet|des? \p{L}+)|d[ée]l[ée]gu[ée]e?s? (?:du pr[ée]fet|[àa] la protection)|cheff?es? (?:de|du) (?:bureau|service|cabinet)/iu;
const TITLED = new RegExp(
  String.raw`(?<![\p{L}.-])(?:M\.|Mme|Monsieur|Madame) (?:(?:(?:de|du|des|le|la) )?\p{Lu}[\p{L}’'-]+ ?){1,4}`,
  'gu',
);
/** A plain search, to spare that one. */
const MAY_BE_TITLED = /M(?:\.|me|onsieur|adame) /;
const NAMED = new RegExp(NAME, 'gu');
/** Before « M. », a first name makes of it an initial: « Anna M. Dorel »; a function that begins the sentence does not. */
const FIRST_NAME =
  /(?<!\p{L})(?!(?:Contact|(?:Sous-)?[Pp]r[ée]f[eè]te?|Direct(?:eur|rice)|Responsable|Secr[ée]taire|Cheff?e?|Interlocut(?:eur|rice)|Correspondante?|R[ée]f[ée]rente?|Adjointe?|Maire|Pr[ée]sidente?|D[ée]l[ée]gu[ée]e?|Avec|Par|Pour|Et)(?!\p{L}))\p{Lu}\p{Ll}+ $/u;
/** A capital begins the name of a company or of an office too. */
const COMPANY =
  /(?<!\p{L})(?:[Ss]oci[ée]t[ée]s?|[Ee]ntreprises?|Groupe|Agence|Association|Fondation|SARL|SASU?|SA|EURL|SCOP|GIE|Inc|Ltd|LLC|GmbH|Corp|Company|Foundation|Services|Solutions|Technologies|H[ée]bergement)(?!\p{L})/u;
const OFFICE =
  /^(?:(?:sous-)?pr[ée]fecture|direction|minist[èe]re|r[ée]publique|secr[ée]tariat|bureau|service|cabinet|place|rue|avenue|boulevard|h[ôo]tel|maison|cit[ée])(?!\p{L})/iu;
const NEAR = 30;

/** Names and functions that pages cite, those of whom the configuration says that they left first. */
export const namedPeople: Check = siteCheck({
  id: 'named-people',
  items: ['CLA-04'],
  codes: {},
  project: ({ url, html }, settings): Row | null => {
    if (html.kind === 'acts' || isNews(html)) return null;
    const cited = citedIn(html, settings);
    return cited.length === 0 ? null : { url, cited };
  },
  *propose(rows, { config, today }) {
    const all = rows.flatMap(({ url, cited }) => cited.map((each) => ({ ...each, url })));
    const gone = all.filter(({ isGone }) => isGone);
    const named = config.people.filter((person) => person.name !== undefined && isInRole(person, today));
    const known =
      named.length === 0
        ? ' Pour que l’audit signale qui est parti, donner les noms et les dates de fin dans qualepref.yml (people).'
        : ` En fonction d’après la configuration : ${named.slice(0, 4).map(inWords).join(', ')}${named.length > 4 ? '…' : ''}.`;
    yield {
      item: 'CLA-04',
      answer: 'a_verifier',
      why:
        gone.length > 0
          ? `Une personne dont le rôle est fini d’après la configuration est encore citée (pages : ${String(gone.length)}) : l’ôter. Comparer les autres à l’organigramme du jour.`
          : `Comparer les personnes et fonctions citées ci-dessous à l’organigramme du jour ; les actualités et les actes n’y sont pas.${known}`,
      excerpts: [...gone, ...unique(all.filter(({ isGone }) => !isGone))].map(
        ({ url, who, quote, isGone }): Excerpt => ({
          url,
          about: isGone ? `${who} : rôle fini` : who,
          quote,
        }),
      ),
    };
  },
});

function citedIn({ passages, kind }: HtmlFacts, { config, today }: Settings): Row['cited'] {
  const left = config.people.filter(
    (person) =>
      person.name !== undefined &&
      person.until !== undefined &&
      person.until < today &&
      !isBack(person, config.people, today),
  );
  return passages
    .filter(({ inMain }) => inMain || kind === 'home')
    .flatMap(({ text }) => {
      const folded = left.length > 0 ? fold(text) : '';
      const gone = left.find(({ name = '' }) => folded.includes(fold(name)));
      if (gone) return [{ who: gone.name ?? '', quote: around(text, 0), isGone: true }];
      const person = personIn(text);
      if (!person) return [];
      return [{ who: cut(person[0].trim(), QUOTE), quote: around(text, person.index), isGone: false }];
    })
    .slice(0, KEPT);
}

/** The first person that a text names, by a title or beside a function. */
function personIn(text: string): RegExpExecArray | undefined {
  const titled = (MAY_BE_TITLED.test(text) ? [...text.matchAll(TITLED)] : []).find(({ 0: said, index }) => {
    const before = text.slice(Math.max(0, index - NEAR), index);
    return !(said.startsWith('M.') && FIRST_NAME.test(before));
  });
  if (titled || !FUNCTION.test(text)) return titled;
  return [...text.matchAll(NAMED)].find(({ 0: said, index }) => {
    const before =
      text
        .slice(Math.max(0, index - NEAR), index)
        .split(/[,;.:]/)
        .at(-1) ?? '';
    const after = text.slice(index + said.length, index + said.length + NEAR).split(/[,;.:]/, 1)[0] ?? '';
    return !OFFICE.test(said) && !COMPANY.test(before + said + after);
  });
}

/** Whether the same person holds a role again. */
function isBack({ name = '' }: Person, people: readonly Person[], today: string): boolean {
  return people.some(
    (other) => other.name !== undefined && fold(other.name) === fold(name) && isInRole(other, today),
  );
}

function around(text: string, index: number): string {
  const start = Math.max(0, index - QUOTE / 2);
  return cut(text.slice(start), QUOTE);
}

/** One page is enough for somebody cited on many. */
function unique<Cited extends { readonly who: string }>(all: readonly Cited[]): Cited[] {
  return [...new Map([...all].reverse().map((each) => [fold(each.who), each])).values()].reverse();
}

function isNews({ breadcrumb }: Pick<HtmlFacts, 'breadcrumb'>): boolean {
  return breadcrumb.some((name) => /^(?:toutes les )?actualites?$|^communiques? de presse$/.test(fold(name)));
}

function inWords({ name = '', role, position }: Person): string {
  return `${name} (${position ?? roleLabels[role]})`;
}
