import { failed, siteCheck, type Check, type Settings } from '../check.ts';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { currentSheet, usableFeed, withoutFeed } from '../sheet-feed.ts';
import { shownSheets } from '../sheet-page.ts';
import { cut } from '../text.ts';

/** A Cerfa form that a page gives. */
interface Form {
  /** As `14880*02`. */
  readonly cerfa: string;
  readonly quote: string;
  /** The version that the sheet of the page gives today; `null` when it gives none. */
  readonly current: string | null;
}
interface Row {
  readonly url: string;
  readonly forms: readonly Form[];
}

const MOST = 6;
const QUOTE = 100;
/** « 14880*02 », in a text. */
const WRITTEN = /(?<!\d)(?<form>\d{4,5}) ?\* ?(?<version>\d{2})(?!\d)/g;
/** `cerfa_14880-02.pdf`, in the name of a file. */
const IN_FILE = /cerfa[-_ ]?(?:n[o°]?[-_ ]?)?(?<form>\d{4,5})(?:[*_-]|%2A)(?:v\.?)?(?<version>\d{2})(?!\d)/gi;

/**
 * An outdated form is refused at the desk, after the journey. Its number and its
 * version are compared with those of the sheet that the page shows or links to;
 * the numbers of notices and annexes are others, and are not mistaken for it. A
 * form of no such sheet is compared with nothing, and left to a person.
 */
export const sheetForms: Check = siteCheck({
  id: 'sheet-forms',
  codes: {
    'old-form': {
      items: ['COM-12'],
      severity: 'major',
      text: 'Le formulaire {cerfa} est une ancienne version : la fiche nationale donne le {current}. Mettre un lien vers Service-Public, qui donne toujours la version en vigueur.',
    },
  },
  project: (page, settings): Row | null => {
    const found = formsOf(page.html);
    if (found.size === 0) return null;
    const current = currentForms(page, settings);
    const forms = Array.from(found, ([cerfa, quote]) => ({
      cerfa,
      quote: cut(quote, QUOTE),
      current: current.get(cerfa.slice(0, cerfa.indexOf('*'))) ?? null,
    }));
    return { url: page.url, forms: forms.slice(0, MOST) };
  },
  *judge(rows) {
    for (const { url, forms } of rows) {
      for (const { cerfa, quote, current } of forms) {
        if (current !== null && isOlder(cerfa, current))
          yield failed('old-form', { cerfa, current }, { url, quote, cause: cerfa });
      }
    }
  },
  *propose(rows, settings) {
    const all = rows.flatMap(({ url, forms }) => forms.map((form) => ({ url, ...form })));
    const unknown = all.filter(({ current }) => current === null);
    const excerpts = all
      .toSorted((a, b) => Number(a.current !== null) - Number(b.current !== null))
      .map(({ url, cerfa, quote, current }) => ({
        url,
        about: current === null ? `Cerfa ${cerfa}` : `Cerfa ${cerfa}, ${current} à la source`,
        quote,
      }));
    const item = 'COM-12';
    if (all.length === 0) {
      yield {
        item,
        answer: 'sans_objet',
        why: 'Aucun numéro de formulaire Cerfa n’a été relevé sur le site.',
        excerpts,
      };
    } else if (all.some(({ cerfa, current }) => current !== null && isOlder(cerfa, current))) {
      const why =
        'Au moins un formulaire est une ancienne version : la fiche nationale de sa page en donne une plus récente.';
      yield { item, answer: 'non_conforme', why, excerpts: excerpts.toReversed() };
    } else if (unknown.length === 0) {
      yield {
        item,
        answer: 'conforme',
        why: 'Les formulaires relevés portent la version que donnent aujourd’hui les fiches nationales de leurs pages.',
        excerpts,
      };
    } else {
      const why = usableFeed(settings)
        ? 'Ils ne sont dans aucune des fiches que leurs pages montrent.'
        : withoutFeed(settings);
      yield {
        item,
        answer: 'a_verifier',
        why: `Chercher sur Service-Public la version en vigueur de ces formulaires (${String(unknown.length)} sur ${String(all.length)} non comparés). ${why}`,
        excerpts,
      };
    }
  },
});

/** Number and words of each form, the first time that it is met. */
function formsOf({ passages, links }: HtmlFacts): Map<string, string> {
  const forms = new Map<string, string>();
  const add = (text: string, pattern: RegExp, quote: string): void => {
    for (const { groups } of text.matchAll(pattern)) {
      const cerfa = `${groups?.['form'] ?? ''}*${groups?.['version'] ?? ''}`;
      if (!forms.has(cerfa)) forms.set(cerfa, quote);
    }
  };
  for (const { text, inMain } of passages) if (inMain && text.includes('*')) add(text, WRITTEN, text);
  for (const { url, text, zone } of links) {
    if (zone === 'main' && url !== null && /cerfa/i.test(url)) add(url, IN_FILE, text === '' ? url : text);
  }
  return forms;
}

/** Forms that the sheets of the page give, by number, in the highest version. */
function currentForms(
  page: Pick<PageFacts, 'url' | 'rendered'> & { readonly html: HtmlFacts },
  settings: Settings,
): Map<string, string> {
  const current = new Map<string, string>();
  const feed = usableFeed(settings);
  if (!feed) return current;
  const numbers = new Set([
    ...shownSheets(page).flatMap(({ number }) => number ?? []),
    ...page.html.sheet.linked,
  ]);
  for (const number of numbers) {
    const sheet = currentSheet(feed, number)?.sheet;
    for (const cerfa of [sheet?.cerfa, ...(sheet?.services ?? []).map((service) => service.cerfa)]) {
      const form = cerfa?.split('*')[0];
      if (!cerfa || form === undefined) continue;
      const known = current.get(form);
      if (known === undefined || isOlder(known, cerfa)) current.set(form, cerfa);
    }
  }
  return current;
}

function isOlder(one: string, other: string): boolean {
  return Number(one.split('*')[1]) < Number(other.split('*')[1]);
}
