import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { LinkFacts } from '../facts.ts';
import { hostnameOf, isHostAmong } from '../host-among.ts';
import { askedTarget, isDead } from '../link-target.ts';

interface Row {
  readonly url: string;
  /** Whether anything in the page marks its footer. */
  readonly hasFooter: boolean;
  readonly missing: readonly string[];
  readonly dead: readonly string[];
}

/**
 * Sites that the footer of a site of the State leads to (State's design system,
 * « Pied de page », institutional links), each with the hosts that are it.
 */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  'service-public.gouv.fr': ['service-public.gouv.fr', 'service-public.fr'],
  'legifrance.gouv.fr': ['legifrance.gouv.fr'],
  'info.gouv.fr': ['info.gouv.fr', 'gouvernement.fr'],
  'data.gouv.fr': ['data.gouv.fr'],
};
const LIST = new Intl.ListFormat('fr');

/** Whoever took the wrong door finds the State's main sites at the foot of each page. */
export const referenceLinks: Check = siteCheck<'missing-reference' | 'dead-reference' | 'no-footer', Row>({
  id: 'reference-links',
  codes: {
    'missing-reference': {
      items: ['ETA-07'],
      severity: 'minor',
      text: 'Le pied de page ne mène pas à {missing} : ajouter ces liens vers les sites de référence de l’État.',
    },
    'dead-reference': {
      items: ['ETA-07'],
      severity: 'minor',
      text: 'Le lien du pied de page vers {dead} ne s’ouvre pas : corriger son adresse.',
    },
    'no-footer': {
      items: ['ETA-07'],
      severity: 'info',
      text: 'Rien ne marque le pied des pages dans leur code : ouvrir le site, et vérifier que le bas des pages mène à service-public.gouv.fr, legifrance.gouv.fr, info.gouv.fr et data.gouv.fr.',
    },
  },
  project({ url, html: { viewOf, links, brand } }) {
    if (viewOf !== null) return null;
    const led = links.filter(({ zone, url: to }) => zone === 'footer' && to !== null);
    const names = Object.entries(REFERENCES).map(
      ([name, hosts]) =>
        [name, led.filter((link) => isHostAmong(hostnameOf(link.url ?? ''), hosts))] as const,
    );
    const isDeadLink = (link: LinkFacts): boolean => isDead(askedTarget(link) ?? { outcome: 'ok' });
    return {
      url,
      hasFooter: led.length > 0 || brand.footer !== 'unmarked',
      missing: names.flatMap(([name, own]) => (own.length > 0 ? [] : [name])),
      dead: names.flatMap(([name, own]) => (own.length > 0 && own.every(isDeadLink) ? [name] : [])),
    };
  },
  *judge(rows) {
    // On a page without a footer of its own, state-brand tells.
    const footed = rows.filter(({ hasFooter }) => hasFooter);
    if (footed.length === 0) yield cantTell('no-footer');
    for (const { url, missing, dead } of footed) {
      if (missing.length > 0)
        yield failed(
          'missing-reference',
          { missing: LIST.format(missing) },
          { url, cause: missing.join(' ') },
        );
      if (dead.length > 0)
        yield failed('dead-reference', { dead: LIST.format(dead) }, { url, cause: dead.join(' ') });
    }
  },
});
