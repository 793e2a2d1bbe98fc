import { cantTell, failed, pageCheck, type At, type Check, type Problem } from '../check.ts';
import { isSomethingElse } from '../document-announced.ts';
import { documentDetail, isPicture } from '../document-detail.ts';
import type { LinkFacts } from '../facts.ts';
import { answers, askedTarget, isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';

type Code = 'document-gone' | 'document-refused' | 'wrong-content' | 'incomplete-detail' | 'wrong-size';

/** Beyond rounding, and beyond taking 1,024 for 1,000. */
const SIZE_RATIO = 2;

const LIST = new Intl.ListFormat('fr');
const DIGITS = new Intl.NumberFormat('fr', { maximumSignificantDigits: 2 });

/**
 * A reader must know what she is about to download, and get it. Links to one
 * document in one zone, its thumbnail and its name, are judged as one.
 */
export const documentLinks: Check = pageCheck({
  id: 'document-links',
  needs: 'html',
  codes: {
    'document-gone': {
      items: ['TEC-03'],
      severity: 'major',
      text: 'Le document visé par ce lien n’existe pas : le publier de nouveau, ou retirer le lien.',
    },
    'document-refused': {
      items: ['TEC-03'],
      severity: 'minor',
      text: 'Document non vérifié, {why} : ouvrir le lien dans un navigateur, et le corriger si le document ne s’ouvre pas.',
    },
    'wrong-content': {
      items: ['TEC-03'],
      severity: 'major',
      text: 'Le lien annonce un document et donne autre chose, par exemple une page d’erreur : l’ouvrir, puis publier de nouveau le bon fichier.',
    },
    'incomplete-detail': {
      items: ['TEC-08'],
      severity: 'minor',
      text: 'Le lien ne donne pas {missing} du document : compléter son texte, par exemple « PDF – 0,8 Mo – 24/11/2026 ».',
    },
    'wrong-size': {
      items: ['TEC-08'],
      severity: 'minor',
      text: 'Le lien annonce {announced}, alors que le document fait {real} : corriger la taille affichée.',
    },
  },
  applies: ({ html }) => html.links.some(isDocument),
  judges({ html }) {
    const documents = html.links.filter(isDocument);
    return [
      ...(documents.some(askedTarget) ? ['TEC-03'] : []),
      ...(documents.every(isPicture) ? [] : ['TEC-08']),
    ];
  },
  *judge({ html }) {
    for (const link of documentsOf(html.links)) {
      yield* targetProblems(link);
      if (!isPicture(link)) yield* detailProblems(link);
    }
  },
});

function isDocument({ kind }: LinkFacts): boolean {
  return kind === 'document';
}

/** One link for each document of a zone, with all that its links there tell. */
function documentsOf(links: readonly LinkFacts[]): Iterable<LinkFacts> {
  const documents = new Map<string, LinkFacts>();
  for (const link of links.filter(isDocument)) {
    const key = `${link.zone} ${link.url ?? link.href}`;
    const first = documents.get(key);
    documents.set(key, first ? { ...first, detail: `${first.detail} ${link.detail}` } : link);
  }
  return documents.values();
}

function* targetProblems(link: LinkFacts): Iterable<Problem<Code>> {
  const target = askedTarget(link);
  if (!target) return;
  if (answers(target)) {
    if (isSomethingElse(link)) yield failed('wrong-content', {}, at(link));
    return;
  }
  const why = outcomeText(target.outcome, target.reason, target.status);
  yield isDead(target)
    ? failed('document-gone', {}, at(link))
    : cantTell('document-refused', { why }, at(link));
}

function* detailProblems(link: LinkFacts): Iterable<Problem<Code>> {
  const { format, size, hasDate } = documentDetail(link.detail);
  const missing = LIST.format([
    ...(format ? [] : ['le format']),
    ...(size ? [] : ['la taille']),
    ...(hasDate ? [] : ['la date']),
  ]);
  if (missing) yield failed('incomplete-detail', { missing }, { ...at(link), cause: missing });
  const real = link.target?.size;
  if (!size || !real || !answers(link.target) || isSomethingElse(link)) return;
  // « 0,00 Mb » is what small files get: a size is never less than its last digit tells.
  const most = Math.max(size.bytes, size.precision) * SIZE_RATIO;
  if (real <= most && real >= size.bytes / SIZE_RATIO) return;
  yield failed('wrong-size', { announced: size.text, real: sizeText(real) }, at(link));
}

function at(link: LinkFacts): At {
  const address = link.url ?? link.href;
  return { place: link, quote: `${link.text} (${address})`.trim(), cause: address };
}

function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${DIGITS.format(bytes / 1e3)} Ko`;
  return `${DIGITS.format(bytes / 1e6)} Mo`;
}
