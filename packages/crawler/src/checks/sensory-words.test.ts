import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { sensoryWords } from './sensory-words.ts';

test('an instruction that names its control passes', () => {
  expect(verdictOf(sensoryWords, '<p>Cliquez sur le bouton vert « Envoyer ».</p>')).toEqual(['passed']);
  expect(verdictOf(sensoryWords, '<p>Press the Start button on the right.</p>')).toEqual(['passed']);
  expect(verdictOf(sensoryWords, '<p>Le bouton est à droite.</p>')).toEqual(['passed']);
});

test('one that tells its place, shape or colour alone fails', () => {
  expect(verdictOf(sensoryWords, '<p>Cliquez sur le bouton de droite.</p>')).toEqual([
    'failed',
    'control-by-place',
  ]);
  expect(verdictOf(sensoryWords, '<p>Cliquez sur le bouton rond pour continuer.</p>')).toEqual([
    'failed',
    'control-by-place',
  ]);
  expect(verdictOf(sensoryWords, '<p>Click the round button.</p>')).toEqual(['failed', 'control-by-place']);
  expect(verdictOf(sensoryWords, '<p>Use the menu on the left.</p>')).toEqual(['failed', 'control-by-place']);
  expect(verdictOf(sensoryWords, '<p>Cliquez sur le bouton vert.</p>')).toEqual([
    'failed',
    'control-by-colour',
  ]);
  expect(verdictOf(sensoryWords, '<p>Press the green button to start.</p>')).toEqual([
    'failed',
    'control-by-colour',
  ]);
});

test('a passage that points to a place is for a person to weigh', () => {
  expect(verdictOf(sensoryWords, '<p>Voir la carte ci-contre.</p>')).toEqual(['cantTell', 'maybe-by-place']);
});

test('a control called by its look, or the only menu of a page, is found by who cannot see', () => {
  const of = (html: string): string[] => verdictOf(sensoryWords, html);
  const ROUND = '<p>Cliquez sur le bouton rond.</p>';
  expect(of(`${ROUND}<button>Bouton rond</button>`)).toEqual(['passed']);
  expect(of(`${ROUND}<button>Envoyer</button>`)).toEqual(['failed', 'control-by-place']);
  const MENU = '<p>Trouvez le menu de droite.</p>';
  const nav = '<nav><a href="/a">Horaires</a></nav>';
  expect(of(`${MENU}${nav}`)).toEqual(['cantTell', 'maybe-by-place']);
  expect(of(`${MENU}<h2>Menu</h2>${nav}${nav}`)).toEqual(['cantTell', 'maybe-by-place']);
  expect(of(`${MENU}${nav}${nav}`)).toEqual(['failed', 'control-by-place']);
  expect(of(`<p>Le menu de droite date de mai.</p>${nav}${nav}`)).toEqual(['cantTell', 'maybe-by-place']);
});

test('what a manual says of the window of a program is for a person to weigh', () => {
  for (const text of [
    'Pour changer de rubrique, utiliser le menu à gauche de l’écran.',
    'Cliquez sur le bouton en bas à droite de la fenêtre.',
    'Use the menu on the left of the window.',
  ])
    expect([text, ...verdictOf(sensoryWords, `<p>${text}</p>`)]).toEqual([
      text,
      'cantTell',
      'maybe-by-place',
    ]);
});

test('a control of another program, told in a manual that has none of its own, is for a person to weigh', () => {
  const of = (html: string): string[] =>
    verdictOf(sensoryWords, `<p>Un double-clic, la barre d’outils ou la boîte de dialogue.</p>${html}`);
  const GREEN = '<p>Cliquez sur le bouton vert pour garder la couleur.</p>';
  expect(of(GREEN)).toEqual(['cantTell', 'maybe-by-colour']);
  expect(of('<p>Cliquez sur les flèches à droite.</p>')).toEqual(['cantTell', 'maybe-by-place']);
  expect(of(`${GREEN}<header><input type="search" title="Chercher"></header>`)).toEqual([
    'cantTell',
    'maybe-by-colour',
  ]);
  expect(of(`${GREEN}<button>Envoyer</button>`)).toEqual(['failed', 'control-by-colour']);
  expect(verdictOf(sensoryWords, `<p>Un onglet, des onglets, un logiciel.</p>${GREEN}`)).toEqual([
    'failed',
    'control-by-colour',
  ]);
  expect(
    verdictOf(sensoryWords, `<p>Double-cliquez sur l’onglet, ou prenez le menu Plan > Étages.</p>${GREEN}`),
  ).toEqual(['cantTell', 'maybe-by-colour']);
});

test('a place told by a shape fails, unless something bears its name or a title is quoted', () => {
  const judge = (html: string): string[] => verdictOf(sensoryWords, html);
  expect(judge('<p>Vous trouverez les formulaires sous l’étoile.</p>')).toEqual([
    'failed',
    'control-by-place',
  ]);
  expect(judge('<p>You can find the forms next to the triangle.</p>')).toEqual([
    'failed',
    'control-by-place',
  ]);
  expect(judge('<p>You can find the forms next to the triangle, under “Forms”.</p>')).toEqual(['passed']);
  expect(judge('<p>Vous trouverez les formulaires sous l’étoile.</p><h2>Étoile</h2>')).toEqual(['passed']);
  expect(judge('<p>Le carré est sous le triangle.</p>')).toEqual(['passed']);
});
