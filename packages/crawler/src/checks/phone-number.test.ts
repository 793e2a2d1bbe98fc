import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { configured, page, passages, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { read } from '../testing-read.ts';
import { phoneNumber } from './phone-number.ts';

const main = (html: string): PageFacts => page(read(`<main>${html}</main>`));
const judge = (text: string): string[] => siteLine(phoneNumber, [main(`<p>${text}</p>`)]);

test.each([
  'Standard : 01 99 00 12 34',
  'Appel gratuit : 0 800 123 456',
  'Appelez le 39 39',
  'Composez le 3640 (service gratuit)',
  'Urgences : appelez le 17 ou le 112',
  'Consulat : +32 2 555 12 34',
])('« %s » costs no more than a call', (text) => {
  const line = judge(text);
  expect([['passed'], ['inapplicable']]).toContainEqual(line);
});

test.each([
  'Titres : 0 899 12 34 56',
  'Serveur vocal : 0 825 00 12 34 (0,15 € / min)',
  'Renseignements : 118 000',
  'Appelez le 3640 (0,50 € / min)',
])('« %s » costs more', (text) => {
  expect(judge(text.replace('118 000', 'appelez le 118 000'))).toEqual(['failed', 'surcharged']);
});

test('a link that dials such a number fails even when its text does not show it', () => {
  expect(siteLine(phoneNumber, [main('<p>Appelez <a href="tel:0899123456">notre serveur</a></p>')])).toEqual([
    'failed',
    'surcharged',
  ]);
});

test('the number is named once a page, whatever its spaces', () => {
  const problems = siteProblems(phoneNumber, [main('<p>Tél. 0 899 12 34 56</p><p>Tél. 0899123456</p>')]);
  expect(problems).toMatchObject([
    { params: { number: '0899123456' }, at: { quote: 'Tél. 0 899 12 34 56' } },
  ]);
});

test('a number told as a trap, or by a national sheet, is for a person to look at', () => {
  expect(judge('Arnaque : ne rappelez jamais le 0 899 12 34 56.')).toEqual([
    'cantTell',
    'surcharged-in-warning',
  ]);
  const [sheet] = passages('Tél. 0 899 12 34 56');
  const html = sheet ? { passages: [{ ...sheet, inSheet: true as const }] } : {};
  expect(siteLine(phoneNumber, [page(html)])).toEqual(['cantTell', 'surcharged-in-sheet']);
});

test('a short number whose price nothing tells is for a person to look at', () => {
  expect(judge('Appelez le 3640')).toEqual(['cantTell', 'unproven-tariff']);
});

test.each(['SIRET 089 912 345 00012', 'dossier n° 0899123456', 'Pages sans numéro', '12/08/2026'])(
  '« %s » is no number to call',
  (text) => {
    expect(judge(text)).toEqual(['inapplicable']);
  },
);

const answer = (html: string, given = configured({})): unknown =>
  proposalOf(phoneNumber, 'ACC-05', [main(html)], given)?.answer;

test('a number has its purpose in its words, in its row, or in the heading above', () => {
  expect(answer('<p>Standard : 01 99 00 12 34</p>')).toBe('conforme');
  expect(answer('<table><tr><td>Étrangers</td><td>01 99 00 12 34</td></tr></table>')).toBe('conforme');
  expect(answer('<h2>Bureau des titres</h2><p>Tél. : 01 99 00 12 34</p>')).toBe('conforme');
});

test('a number that only says it is one has none', () => {
  expect(answer('<h2>Contacts</h2><p>Téléphone : 01 99 00 12 34</p>')).toBe('non_conforme');
  expect(answer('<p>01 99 00 12 34 (appel non surtaxé)</p>')).toBe('non_conforme');
});

test('a link that dials another number than the one it shows is a fault', () => {
  expect(answer('<p>Standard : <a href="tel:+33199001235">01 99 00 12 34</a></p>')).toBe('non_conforme');
  expect(answer('<p>Standard : <a href="tel:+33199001234">01 99 00 12 34</a></p>')).toBe('conforme');
});

test('a number of the configuration that no page shows is named', () => {
  const given = configured({
    sites: [{ id: 'a', name: 'A', kind: 'prefecture', phones: [{ number: '01 99 00 99 99' }] }],
  });
  expect(answer('<p>Standard : 01 99 00 12 34</p>', given)).toBe('non_conforme');
  expect(answer('<p>Standard : 01 99 00 99 99</p>', given)).toBe('conforme');
});

test('without any number, a person looks', () => {
  expect(proposalOf(phoneNumber, 'ACC-05', [page()])?.answer).toBe('a_verifier');
});
