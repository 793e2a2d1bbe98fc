import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { AddressOutcome, LinkFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';

type Code =
  'internal-dead' | 'internal-refused' | 'internal-error' | 'bad-href' | 'external-dead' | 'external-refused';

const PROVEN: ReadonlySet<Code> = new Set<Code>(['internal-dead', 'bad-href', 'external-dead']);
/** Something stands at the address. */
const ANSWERS: ReadonlySet<AddressOutcome> = new Set<AddressOutcome>([
  'ok',
  'redirected',
  'not_html',
  'too_large',
]);

/**
 * A link must lead somewhere. Only an absent page or an unknown host proves it
 * dead: a refusal or a breakdown may be meant for the audit alone, or over in an
 * hour, and a person opens the link.
 */
export const deadLink: Check = pageCheck({
  id: 'dead-link',
  needs: 'html',
  codes: {
    'internal-dead': {
      items: ['TEC-01'],
      severity: 'major',
      text: 'Ce lien mène à une page du site qui n’existe pas : corriger son adresse, ou le retirer.',
    },
    'internal-refused': {
      items: ['TEC-01'],
      severity: 'minor',
      text: 'Page du site non vérifiée, {why} : ouvrir le lien dans un navigateur, et le corriger si la page n’est pas publique.',
    },
    'internal-error': {
      items: ['TEC-01'],
      severity: 'minor',
      text: 'Page du site non affichée, {why} : ouvrir le lien dans un navigateur et, si l’erreur persiste, la signaler à l’administrateur du site.',
    },
    'bad-href': {
      items: ['TEC-01'],
      severity: 'minor',
      text: 'L’adresse de ce lien est mal écrite, incomplète ou trop longue : la saisir de nouveau, ou retirer le lien.',
    },
    'external-dead': {
      items: ['TEC-02'],
      severity: 'minor',
      text: 'Ce lien mène à une page ou à un site qui n’existe plus : chercher sa nouvelle adresse, ou retirer le lien.',
    },
    'external-refused': {
      items: ['TEC-02'],
      severity: 'minor',
      text: 'Lien vers un autre site non vérifié, {why} : l’ouvrir dans un navigateur, puis le corriger si la page n’existe plus.',
    },
    'external-left': {
      items: ['TEC-02'],
      severity: 'info',
      text: 'Des liens de cette page vers d’autres sites n’ont pas été essayés, {why} : en relever la limite (crawl.maxLinks dans la configuration), puis relancer l’audit.',
    },
  },
  applies: ({ html }) => html.links.some((link) => concerned(link)),
  judges: ({ html }) => [...new Set(html.links.flatMap((link) => (decidable(link) ? [itemOf(link)] : [])))],
  *judge({ html }) {
    const met = new Set<string>();
    const left = html.links.find(isLeft);
    if (left) yield cantTell('external-left', { why: whyOf(left) }, { cause: left.target?.reason ?? '' });
    for (const link of html.links) {
      const code = codeOf(link);
      if (!code) continue;
      const cause = link.url ?? link.href;
      const place = `${link.zone} ${cause}`;
      if (met.has(place)) continue;
      met.add(place);
      const at = { place: link, quote: `${link.text} (${cause})`.trim(), cause };
      yield PROVEN.has(code) ? failed(code, {}, at) : cantTell(code, { why: whyOf(link) }, at);
    }
  },
});

function concerned(link: LinkFacts): boolean {
  return link.kind === 'page' || link.kind === 'external' || isBadHref(link);
}

function decidable(link: LinkFacts): boolean {
  if (isBadHref(link)) return true;
  return concerned(link) && (askedTarget(link) !== undefined || isLeft(link));
}

/** On another site, and beyond what an audit asks. */
function isLeft({ kind, target }: LinkFacts): boolean {
  return kind === 'external' && target?.reason === 'budget';
}

function itemOf({ kind }: LinkFacts): 'TEC-01' | 'TEC-02' {
  return kind === 'external' ? 'TEC-02' : 'TEC-01';
}

function codeOf(link: LinkFacts): Code | undefined {
  if (isBadHref(link)) return 'bad-href';
  const target = concerned(link) ? askedTarget(link) : undefined;
  if (!target || ANSWERS.has(target.outcome)) return undefined;
  if (link.kind === 'external') return isDead(target) ? 'external-dead' : 'external-refused';
  if (isDead(target)) return 'internal-dead';
  return target.outcome === 'blocked' ? 'internal-refused' : 'internal-error';
}

/** Does not parse, or is longer than any server takes; `javascript:`, `data:` and the like claim to be no address. */
function isBadHref({ kind, url, href }: LinkFacts): boolean {
  return kind === 'other' && url === null && /^\s*(?:https?:|(?![a-z][a-z\d+.-]*:))/i.test(href);
}

function whyOf({ target }: LinkFacts): string {
  return target ? outcomeText(target.outcome, target.reason, target.status) : '';
}
