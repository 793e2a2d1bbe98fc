import type { Settings } from './check.ts';
import type { HtmlFacts } from './facts.ts';
import type { Proposal } from './proposal.ts';
import { titleAbove } from './read-passages.ts';
import { emailsIn } from './text-emails.ts';
import { phonesIn } from './text-phones.ts';
import { cut, fold } from './text.ts';

type Subject = 'contrôle de légalité' | 'conseil' | 'finances locales';

/** Whom local authorities may ask, as one page tells it. */
export interface AuthorityContacts {
  /** The first of each subject. */
  readonly contacts: readonly { readonly subject: Subject; readonly quote: string }[];
  /** Those of the configuration that a contact names. */
  readonly arrondissements: readonly string[];
}

export const NO_CONTACTS: AuthorityContacts = { contacts: [], arrondissements: [] };

/** What COL-02 asks a contact for. */
const SUBJECTS: Readonly<Record<Subject, RegExp>> = {
  'contrôle de légalité': /\blegalite\b/,
  conseil:
    /\bconseil(?:s|ler)? (?:aux|juridique|et|de l')|\bconseil\b(?! (?:municipal|departemental|regional|d'etat|communautaire|general|constitutionnel))/,
  'finances locales': /\b(?:finances?|dotations?|budgets?|budgetaires?)\b/,
};
const QUOTE = 120;

/** The districts of the reception sites configured. */
export function arrondissementsOf({ config }: Pick<Settings, 'config'>): string[] {
  const names = config.sites.flatMap(({ arrondissement }) => arrondissement ?? []);
  return [...new Set(names)];
}

/** The contacts of a page: a phone or an e-mail beside the name of their subject. */
export function contactsIn(html: HtmlFacts, arrondissements: readonly string[]): AuthorityContacts {
  const contacts = new Map<Subject, string>();
  const named = new Set<string>();
  for (const passage of html.passages) {
    const { text, inMain } = passage;
    if (!inMain || (phonesIn(text).length === 0 && emailsIn(text).length === 0)) continue;
    const around = `${titleAbove(passage, html) ?? ''} ${text}`;
    // « pref-conseil@… » is a name, not a subject.
    const folded = fold(around.replace(/(?<!\S)\S+@\S+/g, ' '));
    const subjects = (Object.keys(SUBJECTS) as Subject[]).filter((subject) => SUBJECTS[subject].test(folded));
    for (const subject of subjects)
      if (!contacts.has(subject)) contacts.set(subject, cut(around.trim(), QUOTE));
    if (subjects.length > 0)
      for (const name of arrondissements) if (folded.includes(fold(name))) named.add(name);
  }
  return {
    contacts: [...contacts].map(([subject, quote]) => ({ subject, quote })),
    arrondissements: [...named],
  };
}

/** The answer to propose for COL-02, from the contacts of the pages for local authorities. */
export function contactsProposal(
  rows: readonly { readonly url: string; readonly contacts: AuthorityContacts }[],
  arrondissements: readonly string[],
): Proposal {
  const contacts = rows.flatMap(({ url, contacts: own }) => own.contacts.map((each) => ({ ...each, url })));
  const excerpts = contacts.map(({ url, quote, subject }) => ({ url, about: subject, quote }));
  const made = (answer: Proposal['answer'], why: string): Proposal => ({
    item: 'COL-02',
    answer,
    why,
    excerpts,
  });
  const missing = (Object.keys(SUBJECTS) as Subject[]).filter(
    (subject) => !contacts.some((contact) => contact.subject === subject),
  );
  if (missing.length > 0)
    return made(
      'non_conforme',
      `Aucun téléphone ni courriel n’est trouvé, dans la rubrique des collectivités, pour : ${missing.join(', ')}.`,
    );
  if (arrondissements.length === 0)
    return made(
      'non_verifie',
      'Les trois sujets ont un contact. Pour vérifier chaque arrondissement, indiquer celui de chaque site dans qualepref.yml (sites, arrondissement).',
    );
  const unnamed = arrondissements.filter(
    (name) => !rows.some((row) => row.contacts.arrondissements.includes(name)),
  );
  return unnamed.length > 0 && arrondissements.length > 1
    ? made('non_conforme', `Aucun contact trouvé ne nomme l’arrondissement de : ${unnamed.join(', ')}.`)
    : made(
        'conforme',
        'Les trois sujets ont un contact, et chaque arrondissement configuré est nommé : vérifier que les numéros sont exacts.',
      );
}
