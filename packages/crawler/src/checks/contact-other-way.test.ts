import { expect, test } from 'vitest';
import { page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { contactOtherWay } from './contact-other-way.ts';

const propose = (text: string, item = 'CTC-06'): ReturnType<typeof proposalOf> =>
  proposalOf(contactOtherWay, item, [
    page(
      read(
        `<main><h1>Contact</h1><textarea></textarea>${text}</main><footer><p>01 99 00 12 34</p></footer>`,
        {
          path: '/Contact',
        },
      ),
      { url: 'https://www.exemple.gouv.fr/Contact' },
    ),
  ]);

test.each([
  '<p>Téléphone : 01 99 00 12 34</p>',
  '<p>Préfecture, 1 place de l’Exemple, 39000 Exempleville</p>',
  '<p>Nous vous recevons au guichet.</p>',
  '<p>Par courrier, à la préfecture.</p>',
])('%s is another way', (text) => {
  expect(propose(text)).toMatchObject({ answer: 'conforme', excerpts: [{ about: 'Contact' }] });
});

test('the footer, an e-mail address and a number that costs more are no way of the page', () => {
  expect(propose('<p>a@exemple.gouv.fr</p>')?.answer).toBe('non_conforme');
  expect(propose('<p>0 899 12 34 56</p>')).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ quote: '0 899 12 34 56' }],
  });
  expect(propose('<p>0 899 12 34 56</p>')?.why).toContain('surtaxé');
});

test('without a form read, a person opens it', () => {
  expect(proposalOf(contactOtherWay, 'CTC-06', [page()])?.answer).toBe('a_verifier');
});

test('the trial message is a person’s, who is given the form', () => {
  expect(propose('', 'CTC-05')).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ url: 'https://www.exemple.gouv.fr/Contact' }],
  });
});
