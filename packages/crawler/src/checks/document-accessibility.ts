import { cantTell, failed, pageCheck, type Check, type Problem } from '../check.ts';
import type { DocumentFacts } from '../document.ts';
import { EXEMPT_BEFORE, faultsOf } from '../document-faults.ts';
import type { LinkFacts } from '../facts.ts';

type Code = keyof typeof codes;

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
