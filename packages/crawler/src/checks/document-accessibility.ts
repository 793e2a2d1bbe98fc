import { cantTell, failed, pageCheck, type Check, type Problem } from '../check.ts';
import type { DocumentFacts } from '../document.ts';
import type { LinkFacts } from '../facts.ts';

type Code = keyof typeof codes;

/** Office files of before may be exempt, unless a procedure needs them (RGAA, contents not concerned). */
const EXEMPT_BEFORE = '2018-09-23';
/** Without bookmarks, a longer PDF can only be leafed through. */
const LONG = 20;
/** Letters from which on a text without a heading is one block. */
const LONG_TEXT = 3_000;
/** Letters a page under which a PDF has no text: a stamp or a page number is none. */
const SCAN = 10;

const base = {
  items: ['A11-10'],
  severity: 'major',
  rgaa: ['13.3'],
  rgaaTests: ['13.3.1'],
  owner: 'document',
} as const;
const VERSION = 'ou donner à côté la même chose dans une page du site';

const codes = {
  scanned: {
    ...base,
    text:
      'Le document est une image numérisée, sans texte : un lecteur d’écran n’y lit rien. Publier le fichier d’origine, ' +
      VERSION +
      '.',
  },
  untagged: {
    ...base,
    text:
      'Le PDF n’est pas balisé : un lecteur d’écran y lit un texte sans titres ni ordre sûr. Le refaire depuis le fichier d’origine avec l’option « PDF accessible » ou « balises », ' +
      VERSION +
      '.',
  },
  'no-title': {
    ...base,
    severity: 'minor',
    text: 'Le document n’a pas de titre dans ses propriétés : le remplir (Fichier, Propriétés, Titre) avant de l’exporter.',
  },
  'no-lang': {
    ...base,
    severity: 'minor',
    text: 'Le document ne dit pas sa langue : la choisir dans ses propriétés, pour qu’il soit lu avec la bonne prononciation.',
  },
  'no-alternative': {
    ...base,
    text: '{count} images du document n’ont pas d’alternative : dans le fichier d’origine, écrire un « texte de remplacement », ou les dire décoratives.',
  },
  'no-bookmarks': {
    ...base,
    severity: 'minor',
    text: 'Le PDF a {pages} pages et aucun signet : l’exporter avec les signets tirés des titres, et vérifier que l’on s’y repère.',
  },
  'no-heading': {
    ...base,
    severity: 'minor',
    text: 'Le document est long et aucun paragraphe n’a un style de titre : s’il a des titres, leur donner les styles « Titre 1 », « Titre 2 ».',
  },
  'old-document': {
    ...base,
    severity: 'minor',
    text: 'Le document, de {date}, a des défauts d’accessibilité. Les fichiers d’avant le 23 septembre 2018 peuvent être exemptés s’ils ne servent plus à une démarche : à apprécier, et à refaire s’il sert encore.',
  },
  unread: {
    ...base,
    severity: 'minor',
    text: 'Le document n’a pas pu être examiné ({why}) : l’ouvrir, et vérifier qu’il se lit sans mot de passe.',
  },
} as const;

const WHY: Readonly<Record<NonNullable<DocumentFacts['failure']>, string>> = {
  encrypted: 'protégé par un mot de passe',
  invalid: 'fichier abîmé',
  'too-large': 'trop lourd une fois ouvert',
  timeout: 'trop long à ouvrir',
};

/**
 * Documents read whole, each on the pages that lead to it. What is missing is
 * proven; that a document is accessible never is.
 */
export const documentAccessibility: Check = pageCheck<Code, 'html'>({
  id: 'document-accessibility',
  needs: 'html',
  codes,
  applies: ({ html }) => html.links.some(({ target }) => target?.document !== undefined),
  *judge({ html }, { exemptsOldDocuments = false }) {
    const seen = new Set<string>();
    for (const link of html.links) {
      const { url, target } = link;
      if (url === null || !target?.document || seen.has(url)) continue;
      seen.add(url);
      if (exemptsOldDocuments && isOld(target.document)) continue;
      yield* problemsOf(target.document, link, target.finalUrl ?? url);
    }
  },
});

function isOld({ madeOn }: DocumentFacts): boolean {
  return madeOn !== null && madeOn !== undefined && madeOn < EXEMPT_BEFORE;
}

function* problemsOf(document: DocumentFacts, link: LinkFacts, cause: string): Generator<Problem<Code>> {
  const at = { place: link, quote: link.text, cause };
  const { failure, madeOn } = document;
  if (failure) {
    yield cantTell('unread', { why: WHY[failure] }, at);
    return;
  }
  const found = [...faultsOf(document)];
  if (isOld(document)) {
    const date = madeOn?.slice(0, 4) ?? '';
    if (found.some(({ isSure }) => isSure)) yield cantTell('old-document', { date }, at);
    return;
  }
  for (const { code, params = {}, isSure } of found)
    yield isSure ? failed(code, params, at) : cantTell(code, params, at);
}

interface Fault {
  readonly code: Code;
  readonly params?: Readonly<Record<string, number>>;
  readonly isSure: boolean;
}

function* faultsOf(document: DocumentFacts): Generator<Fault> {
  const { format, pages = 1, letters = 0, title, lang, images = 0, imagesWithoutAlternative = 0 } = document;
  if (format === 'pdf') {
    // Without a text, the rest would be told of an image.
    if (letters < SCAN) {
      yield { code: 'scanned', isSure: true };
      return;
    }
    if (document.isTagged === false) yield { code: 'untagged', isSure: true };
    if (pages > LONG && document.hasOutline === false)
      yield { code: 'no-bookmarks', params: { pages }, isSure: false };
  }
  if (!title) yield { code: 'no-title', isSure: true };
  if (!lang) yield { code: 'no-lang', isSure: format === 'pdf' };
  if (imagesWithoutAlternative > 0)
    yield { code: 'no-alternative', params: { count: imagesWithoutAlternative, images }, isSure: true };
  if ((format === 'docx' || format === 'odt') && letters >= LONG_TEXT && document.headings === 0)
    yield { code: 'no-heading', isSure: false };
}
