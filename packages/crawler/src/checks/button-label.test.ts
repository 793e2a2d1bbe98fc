import { expect, test } from 'vitest';
import { shownVerdictOf } from '../testing-read.ts';
import { buttonLabel } from './button-label.ts';

test('a button whose name holds its text passes', () => {
  expect(
    shownVerdictOf(buttonLabel, '<button aria-label="x" qp-name="Envoyer la demande">Envoyer</button>'),
  ).toEqual(['passed']);
});

test('one whose name is another fails', () => {
  expect(shownVerdictOf(buttonLabel, '<button aria-label="x" qp-name="Valider">Envoyer</button>')).toEqual([
    'failed',
    'button-label-not-in-name',
  ]);
});

test('a bullet tells nothing of what a button does, unless a word for screen readers is beside it', () => {
  expect(shownVerdictOf(buttonLabel, '<button>•</button>')).toEqual(['failed', 'button-without-word']);
  for (const sound of [
    '<button aria-label="Diapositive 2" qp-name="Diapositive 2">•</button>',
    '<button title="Diapositive 2">•</button>',
    '<button><span aria-hidden="true">•</span> Diapositive 2</button>',
    '<button>+</button>',
    '<button>1</button>',
  ])
    expect([sound, ...shownVerdictOf(buttonLabel, sound)]).toEqual([sound, 'passed']);
});

test('a link that leads nowhere may be a button', () => {
  expect(shownVerdictOf(buttonLabel, '<a href="#">Envoyer</a>')).toEqual(['cantTell', 'idle-link']);
  expect(shownVerdictOf(buttonLabel, '<a href="#" role="button">Envoyer</a>')).toEqual(['passed']);
});

test('a word that an icon font turns into a picture is not shown', () => {
  expect(
    shownVerdictOf(buttonLabel, '<button aria-label="x" qp-name="Chercher" qp-drawn>search</button>'),
  ).toEqual(['passed']);
});
