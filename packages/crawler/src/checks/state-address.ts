import { isPrivateName } from '../address-guard.ts';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { PlainAnswer } from '../plain-answer.ts';
import { cut } from '../text.ts';

interface Row {
  readonly url: string;
  readonly forms: readonly string[];
  readonly plain: PlainAnswer | null;
}

const ADDRESS_LENGTH = 200;
const FORMS = 3;

/**
 * A reader knows a site of the State by its address (circular 6411-SG of 7 July
 * 2023), and what she sends it is read by nobody else. A certificate that does
 * not hold ends the audit at its first request: pages that were read in https
 * prove it good.
 */
export const stateAddress: Check = siteCheck<
  'not-secure' | 'not-gouv' | 'plain-answer' | 'plain-refused' | 'plain-form',
  Row
>({
  id: 'state-address',
  codes: {
    'not-secure': {
      items: ['ETA-01'],
      severity: 'blocking',
      text: 'L’adresse du site, {address}, n’est pas en https : faire servir le site en connexion sécurisée, puis corriger site.address dans qualepref.yml.',
      owner: 'template',
    },
    'not-gouv': {
      items: ['ETA-01'],
      severity: 'major',
      text: 'L’adresse du site, {address}, ne finit pas par .gouv.fr : demander un nom en .gouv.fr, et y rediriger celui-ci.',
      owner: 'template',
    },
    'plain-answer': {
      items: ['ETA-01'],
      severity: 'major',
      text: 'L’adresse tapée en http ({address}) ne mène pas au site en https : la rediriger.',
      owner: 'template',
    },
    'plain-refused': {
      items: ['ETA-01'],
      severity: 'minor',
      text: 'L’adresse en http ({address}) n’a pas répondu à l’audit : la taper dans un navigateur, et vérifier qu’elle mène au site en https.',
      owner: 'template',
    },
    'plain-form': {
      items: ['ETA-01'],
      severity: 'major',
      text: 'Le formulaire de la page envoie ce que l’usager y écrit à une adresse en http, sans protection : lui donner une adresse en https.',
    },
  },
  project: ({ url, html: { viewOf, unsafe = [] }, plain }) =>
    viewOf === null
      ? {
          url,
          forms: unsafe
            .filter(({ kind }) => kind === 'form')
            .map((form) => cut(form.url, ADDRESS_LENGTH))
            .slice(0, FORMS),
          plain: plain ?? null,
        }
      : null,
  *judge(rows, { config: { site } }) {
    const { protocol, hostname, host } = new URL(site.address);
    const { address } = site;
    for (const { url, forms } of rows)
      for (const form of forms) yield failed('plain-form', {}, { url, quote: form, cause: form });
    // On somebody’s own machine, the address is not the one that readers will type.
    if (isPrivateName(hostname)) return;
    if (protocol !== 'https:') yield failed('not-secure', { address });
    if (!hostname.endsWith('.gouv.fr')) yield failed('not-gouv', { address });
    const plain = rows.find((row) => row.plain !== null)?.plain;
    const typed = { address: `http://${host}/` };
    if (plain === 'clear') yield failed('plain-answer', typed);
    if (plain === 'untold') yield cantTell('plain-refused', typed);
  },
  *propose(rows, { config: { site } }) {
    if (rows.length === 0) return;
    if (isPrivateName(new URL(site.address).hostname)) {
      yield {
        item: 'ETA-01',
        answer: 'non_verifie',
        why: `${site.address} n’est pas l’adresse que tapent les usagers : donner l’adresse publique dans site.address de qualepref.yml, et celle-ci dans site.servedBy.`,
        excerpts: [],
      };
      return;
    }
    const isTried = rows.some(({ plain }) => plain !== null);
    yield {
      item: 'ETA-01',
      answer: 'conforme',
      why: isTried
        ? 'L’adresse du site est en https et en .gouv.fr, celle en http y mène, et aucun formulaire n’envoie rien en http.'
        : `L’adresse du site est en https et en .gouv.fr, et aucun formulaire n’envoie rien en http. L’audit l’a lu par ${site.servedBy ?? 'un autre chemin'} : que l’adresse en http y mène reste à essayer.`,
      excerpts: [{ url: site.address }],
    };
  },
});
