import { expect, test } from 'vitest';
import type { SearchFormFacts } from '../read-search-form.ts';
import { configured, navigation, page, proposalOf } from '../testing.ts';
import { siteSearch } from './site-search.ts';

const FORM: SearchFormFacts = {
  ...{ method: 'get', action: 'https://www.exemple.gouv.fr/recherche', field: 'q' },
  hidden: [['rubrique', '2']],
};
const home = (searchForm?: SearchFormFacts) =>
  page({ kind: 'home', ...(searchForm ? { searchForm } : {}) }, { url: 'https://www.exemple.gouv.fr/' });

test('the addresses to open are written from the configured procedures', () => {
  const settings = configured({ procedures: [{ label: { fr: 'Carte d’identité' } }] });
  expect(proposalOf(siteSearch, 'TEC-07', [home(FORM)], settings)).toMatchObject({
    answer: 'a_verifier',
    excerpts: [
      {
        url: 'https://www.exemple.gouv.fr/recherche?rubrique=2&q=Carte+d%E2%80%99identit%C3%A9',
        about: 'Carte d’identité',
      },
    ],
  });
});

test('without a configured procedure, common ones are tried', () => {
  expect(proposalOf(siteSearch, 'TEC-07', [home(FORM)])?.excerpts.map(({ about }) => about)).toContain(
    'Passeport',
  );
});

test('a search that is posted is opened by its page', () => {
  const proposal = proposalOf(siteSearch, 'TEC-07', [home({ ...FORM, method: 'post' })]);
  expect(proposal?.excerpts[0]).toEqual({ url: 'https://www.exemple.gouv.fr/', about: 'Passeport' });
});

test('a search whose form a script makes is to be tried on its page', () => {
  expect(proposalOf(siteSearch, 'TEC-07', [home()])).toMatchObject({ answer: 'a_verifier' });
});

test('a site without a search does not conform', () => {
  const without = page({ kind: 'home', navigation: navigation({ searches: [] }) });
  expect(proposalOf(siteSearch, 'TEC-07', [without])).toMatchObject({ answer: 'non_conforme' });
  expect(proposalOf(siteSearch, 'TEC-07', [])).toBeUndefined();
});
