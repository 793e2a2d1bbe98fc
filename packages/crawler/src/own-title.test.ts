import { expect, test } from 'vitest';
import type { HeadingFacts } from './facts.ts';
import { ownTitle } from './own-title.ts';

const heading = (level: number, text: string): HeadingFacts => ({
  ...{ level, text, selector: '', line: 1, zone: 'main' },
});

test('a page calls itself as its main heading does', () => {
  const headings = [heading(2, 'Menu'), heading(1, 'Passeport')];
  expect(ownTitle({ headings, title: 'Démarches - Préfecture' })).toBe('Passeport');
});

test('without one, as its title does before the name of the site', () => {
  expect(ownTitle({ headings: [], title: 'Passeport - Démarches - Préfecture' })).toBe('Passeport');
  expect(ownTitle({ headings: [], title: 'Passeport | Préfecture' })).toBe('Passeport');
  expect(ownTitle({ headings: [heading(2, 'Menu')], title: 'Rendez-vous' })).toBe('Rendez-vous');
  expect(ownTitle({ headings: [], title: null })).toBe('');
});

test('a sentence is cut', () => {
  expect(ownTitle({ headings: [heading(1, 'a'.repeat(121))], title: null })).toHaveLength(120);
  expect(ownTitle({ headings: [heading(1, 'a'.repeat(120))], title: null })).toBe('a'.repeat(120));
});
