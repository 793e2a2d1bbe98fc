import type { Config } from '@qualepref/core';
import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import { hasPurpose } from '../purpose.ts';
import { emailsIn } from '../text-emails.ts';
import { cut } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly told: readonly string[];
  readonly bare: readonly string[];
  /** Addresses of the configuration that it shows. */
  readonly known: readonly string[];
}

const MOST = 4;
const QUOTE_LENGTH = 110;
/** « prenom.nom@ »: a person’s, which the item leaves out. */
const PERSON = /^[a-z]{2,}(?:-[a-z]+)?\.[a-z]{2,}(?:-[a-z]+)?\d?@/;
/** What a form gives as an example. */
const EXAMPLE =
  /^(?:nom|prenom|votre|exemple|adresse|utilisateur)[\w.-]*@|@(?:domaine|fournisseur|mail|(?:exemple|example)\.(?:fr|com|org)$)/;
/** Words of an address that no person bears. */
const SERVICE =
  /^(?:pref|sp|ddt|dd|contact|accueil|courrier|bureau|service|secretariat|info|communication|greffe|elections?|rdv|prefecture|sous)[.-]/;

/** Each address of a service comes with what to write to it for. */
export const emailPurpose: Check = siteCheck<never, Row>({
  id: 'email-purpose',
  codes: {},
  items: ['ACC-07'],
  project({ url, html }, { config }): Row | null {
    if (html.kind === 'acts') return null;
    const told: string[] = [];
    const bare: string[] = [];
    const wanted = wantedEmails(config);
    const known: string[] = [];
    for (const passage of html.passages) {
      if (passage.inSheet) continue;
      const emails = emailsIn(passage.text);
      known.push(...emails.flatMap(({ address }) => (wanted.includes(address) ? [address] : [])));
      if (!emails.some(({ address }) => isGeneric(address))) continue;
      const parts = emails.map(({ text }) => text);
      (hasPurpose(passage, html, parts) ? told : bare).push(cut(passage.text, QUOTE_LENGTH));
    }
    if (told.length + bare.length + known.length === 0) return null;
    return { url, title: ownTitle(html), told: told.slice(0, 2), bare: bare.slice(0, MOST), known };
  },
  *propose(rows, { config }) {
    const item = 'ACC-07';
    const bare = rows.flatMap((row) => row.bare.map((quote) => ({ url: row.url, about: row.title, quote })));
    const told = rows.flatMap((row) => row.told.map((quote) => ({ url: row.url, about: row.title, quote })));
    const absent = wantedEmails(config).filter((email) => !rows.some(({ known }) => known.includes(email)));
    const excerpts = [...bare, ...told];
    if (bare.length > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: 'Des adresses de courriel sont affichées sans rien qui dise pour quelles demandes y écrire : l’ajouter à côté.',
        excerpts,
      };
    else if (rows.length === 0 || absent.length > 0)
      yield {
        item,
        answer: 'a_verifier',
        why:
          rows.length === 0
            ? 'Aucune adresse de courriel de service n’a été trouvée sur les pages lues : vérifier que l’usager sait où écrire.'
            : `Les adresses affichées ont leur objet. L’audit n’a pas retrouvé celles-ci, données par qualepref.yml : ${absent.slice(0, 5).join(', ')}.`,
        excerpts,
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: 'Chaque adresse de service est accompagnée de son objet, en toutes lettres ou par le titre au-dessus.',
        excerpts,
      };
  },
});

function wantedEmails({ sites, services }: Config): string[] {
  const emails = [...sites, ...services].flatMap(({ email }) => email?.toLowerCase() ?? []);
  return [...new Set(emails)];
}

function isGeneric(address: string): boolean {
  return (!PERSON.test(address) || SERVICE.test(address)) && !EXAMPLE.test(address);
}
