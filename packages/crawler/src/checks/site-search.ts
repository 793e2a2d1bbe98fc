import { siteCheck, type Check } from '../check.ts';
import type { Excerpt } from '../proposal.ts';
import type { SearchFormFacts } from '../read-search-form.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly hasSearch: boolean;
  readonly form: SearchFormFacts | null;
}

/** What people look for on the site of a préfecture, where the configuration names no procedure. */
const COMMON = ['Passeport', 'Permis de conduire', 'Titre de séjour', 'Association'];
const MOST = 8;

/** Whether the search finds is for a person to see: the audit writes the addresses to open, and sends nothing. */
export const siteSearch: Check = siteCheck<never, Row>({
  id: 'site-search',
  codes: {},
  items: ['TEC-07'],
  project: ({ url, html: { kind, viewOf, navigation, searchForm } }) =>
    viewOf === null
      ? { url, isHome: kind === 'home', hasSearch: navigation.searches.length > 0, form: searchForm ?? null }
      : null,
  *propose(rows, { config }) {
    const item = 'TEC-07';
    const found = rows.find(({ isHome, form }) => isHome && form) ?? rows.find(({ form }) => form);
    if (found?.form) {
      const words = config.procedures.map(({ label }) => label.fr);
      const tried = (words.length > 0 ? words : COMMON).slice(0, MOST);
      const { form, url } = found;
      const isGet = form.method === 'get';
      yield {
        item,
        answer: 'a_verifier',
        why: isGet
          ? 'L’audit n’envoie aucune recherche. Ouvrir chacune de ces adresses : la bonne page doit être dans les premiers résultats.'
          : 'L’audit n’envoie aucune recherche, et celle-ci ne s’écrit pas dans une adresse. Ouvrir la page et taper chacun de ces mots : la bonne page doit être dans les premiers résultats.',
        excerpts: tried.map((about) => ({ url: isGet ? addressOf(form, about) : url, about })),
      };
      return;
    }
    const [first] = rows;
    if (!first) return;
    const searching = rows.find(({ hasSearch }) => hasSearch);
    const at: Excerpt = { url: (searching ?? rows.find(({ isHome }) => isHome) ?? first).url };
    yield searching
      ? {
          item,
          answer: 'a_verifier',
          why: 'Une recherche s’ouvre sur cette page, mais son formulaire n’est pas dans le code lu. Y taper quelques démarches courantes : la bonne page doit être dans les premiers résultats.',
          excerpts: [at],
        }
      : {
          item,
          answer: 'non_conforme',
          why: `Aucune recherche n’a été trouvée sur les pages lues (${String(rows.length)}) : ouvrir celle-ci pour le vérifier.`,
          excerpts: [at],
        };
  },
});

function addressOf({ action, field, hidden }: SearchFormFacts, words: string): string {
  const url = new URL(action);
  // As a browser does: the fields take the place of the query of the address.
  url.search = new URLSearchParams([
    ...hidden.map(([name, value]) => [name, value]),
    [field, words],
  ]).toString();
  return url.href;
}
