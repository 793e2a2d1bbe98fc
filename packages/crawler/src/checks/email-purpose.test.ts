import { expect, test } from 'vitest';
import { configured, page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { emailPurpose } from './email-purpose.ts';

const answer = (html: string, given = configured({})): unknown =>
  proposalOf(emailPurpose, 'ACC-07', [page(read(`<main>${html}</main>`))], given)?.answer;

test('an address has its purpose in its words or in the heading above', () => {
  expect(answer('<p>Associations : pref-associations@exemple.gouv.fr</p>')).toBe('conforme');
  expect(answer('<h2>Greffe des associations</h2><p>pref-asso@exemple.gouv.fr</p>')).toBe('conforme');
});

test('an address that only says it is one has none', () => {
  expect(answer('<h2>Contacts</h2><p>Courriel : pref-asso@exemple.gouv.fr</p>')).toBe('non_conforme');
  expect(answer('<p>pref-asso [at] exemple.gouv.fr</p>')).toBe('non_conforme');
});

test('a person’s address is left out; that of a service written with a dot is not', () => {
  expect(answer('<p>camille.martin@exemple.gouv.fr</p>')).toBe('a_verifier');
  expect(answer('<p>pref.asso@exemple.gouv.fr</p>')).toBe('non_conforme');
});

test('the example that a form gives is none', () => {
  expect(answer('<p>Format attendu : nom@domaine.fr</p>')).toBe('a_verifier');
  expect(answer('<p>exemple@fournisseur.fr</p>')).toBe('a_verifier');
});

test('an address of the configuration that no page shows is named to whoever decides', () => {
  const given = configured({ services: [{ name: 'Greffe', email: 'greffe@exemple.gouv.fr' }] });
  expect(answer('<p>Titres : titres@exemple.gouv.fr</p>', given)).toBe('a_verifier');
  expect(answer('<p>Greffe des associations : greffe@exemple.gouv.fr</p>', given)).toBe('conforme');
});

test('without any address, a person looks', () => {
  expect(answer('<p>Rien.</p>')).toBe('a_verifier');
});
