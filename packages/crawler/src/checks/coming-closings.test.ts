import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { configured, page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { comingClosings } from './coming-closings.ts';

const TODAY = '2026-11-24';
const sitesOf = (partial: Record<string, unknown> = {}): Record<string, unknown> => ({
  sites: [{ id: 'a', name: 'A', kind: 'prefecture', ...partial }],
});
const news = (...texts: string[]): PageFacts =>
  page(read(`<main><h1>Actualités</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</main>`));
const propose = (text: string, partial: Record<string, unknown> = {}, today = TODAY): Proposal | undefined =>
  proposalOf(comingClosings, 'ACC-04', [news(text)], configured(sitesOf(partial), today));
const BOTH = 'Fermé les 25 décembre 2026 et 1er janvier 2027.';

test('the holidays of the next 60 days, announced by their dates, are proposed as sound', () => {
  expect(propose(BOTH)).toMatchObject({
    answer: 'conforme',
    excerpts: [{ about: '25/12/2026, Noël', quote: BOTH }, { about: '01/01/2027, Jour de l’an' }],
  });
});

test('a range, a name or « tous les jours fériés » announces them too', () => {
  expect(propose('Fermeture du 24 décembre 2026 au 3 janvier 2027.')?.answer).toBe('conforme');
  expect(propose('La préfecture est fermée à Noël et le Jour de l’an.')?.answer).toBe('conforme');
  expect(propose('Ouvert du lundi au vendredi, sauf jours fériés.')?.answer).toBe('conforme');
});

test('what opens a list speaks for its items, and for nothing else', () => {
  const list = (lead: string): unknown => {
    const html = `<main><h1>Fêtes</h1><p>${lead}</p><ul><li>Préfecture : les 25 décembre 2026 et 1er janvier 2027</li></ul></main>`;
    return proposalOf(comingClosings, 'ACC-04', [page(read(html))], configured(sitesOf(), TODAY))?.answer;
  };
  expect(list('Services fermés :')).toBe('conforme');
  expect(list('Services de garde :')).toBe('a_verifier');
});

test('« jusqu’au » closes every day until then', () => {
  expect(propose('Fermé jusqu’au 4 janvier 2027.')?.answer).toBe('conforme');
  expect(propose('Fermé jusqu’au 31 décembre 2026.')?.answer).toBe('a_verifier');
});

test('a holiday that nobody announces is for a person to look at, by its name', () => {
  const proposal = propose('Fermé le 25 décembre 2026.');
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.why).toContain('01/01/2027, Jour de l’an');
});

test('a closing of the configuration that nobody announces is proposed as a fault', () => {
  const closings = [{ day: '2026-12-04', reason: { fr: 'travaux' } }];
  const proposal = propose(BOTH, { closings });
  expect(proposal?.answer).toBe('non_conforme');
  expect(proposal?.why).toContain('04/12/2026, travaux');
  expect(propose(`${BOTH} Guichets fermés le 4 décembre 2026.`, { closings })?.answer).toBe('conforme');
});

test('a date that closes nothing, or dates a law, announces nothing', () => {
  expect(propose('Cérémonie le 25 décembre 2026.')?.answer).toBe('a_verifier');
  expect(propose('Fermé en vertu de la loi du 25 décembre 2026.')?.answer).toBe('a_verifier');
});

test('sixty days are looked ahead, and no more', () => {
  expect(propose('', {}, '2026-10-25')?.why).not.toContain('25/12');
  expect(propose('', {}, '2026-10-26')?.why).toContain('25/12');
});

test('a holiday on a day when the site is closed anyway is not owed', () => {
  const hours = [{ days: [1, 2], from: '09:00', to: '12:00' }];
  expect(propose('', { hours })?.answer).toBe('conforme');
});

test('without sites, the configuration is asked for', () => {
  expect(proposalOf(comingClosings, 'ACC-04', [news('')], configured({}))?.answer).toBe('non_verifie');
});
