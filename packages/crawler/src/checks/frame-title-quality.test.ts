import { expect, test } from 'vitest';
import type { FrameSeen } from '../probes/frames.ts';
import { shownVerdictOf, verdictOf } from '../testing-read.ts';
import { frameTitleQuality } from './frame-title-quality.ts';

test('a title that says what the frame shows passes', () => {
  expect(
    verdictOf(frameTitleQuality, '<iframe title="Plan d’accès à la préfecture"></iframe><iframe></iframe>'),
  ).toEqual(['passed']);
});

test('one that says nothing fails', () => {
  expect(verdictOf(frameTitleQuality, '<iframe title="iframe"></iframe>')).toEqual([
    'failed',
    'generic-title',
  ]);
  expect(verdictOf(frameTitleQuality, '<iframe title="frame 2"></iframe>')).toEqual([
    'failed',
    'generic-title',
  ]);
  expect(verdictOf(frameTitleQuality, '<iframe title="***"></iframe>')).toEqual(['failed', 'generic-title']);
  expect(verdictOf(frameTitleQuality, '<iframe title="fb83c55d01e93"></iframe>')).toEqual([
    'failed',
    'generic-title',
  ]);
  expect(verdictOf(frameTitleQuality, '<iframe title="https://cartes.example/a"></iframe>')).toEqual([
    'failed',
    'file-title',
  ]);
  expect(verdictOf(frameTitleQuality, '<iframe title="plan.html"></iframe>')).toEqual([
    'failed',
    'file-title',
  ]);
});

test('one that names the tool is for a person to weigh', () => {
  expect(verdictOf(frameTitleQuality, '<iframe title="YouTube video player"></iframe>')).toEqual([
    'cantTell',
    'player-title',
  ]);
});

test('two frames of one name fail when both were read and differ', () => {
  const frame = {
    selector: 'iframe',
    zone: 'main',
    component: 'iframe',
    html: '<iframe>',
    name: 'Plan',
    url: '/a',
    text: 'Préfecture de Brumeval',
    said: null,
  } as const;
  const judge = (...frames: FrameSeen[]): string[] => shownVerdictOf(frameTitleQuality, '', { frames });
  expect(judge(frame, { ...frame, url: '/b', text: 'Sous-préfecture des Eaux' })).toEqual([
    'failed',
    'same-title',
  ]);
  expect(judge(frame, { ...frame, url: '/b', text: 'Brumeval, préfecture de' })).toEqual(['passed']);
  expect(judge(frame, { ...frame, url: '/b', text: null })).toEqual(['passed']);
  expect(judge(frame, { ...frame, text: 'Sous-préfecture des Eaux' })).toEqual(['passed']);
  const written = { ...frame, url: '' };
  expect(judge(written, { ...written, text: 'Sous-préfecture des Eaux' })).toEqual(['failed', 'same-title']);
  expect(judge(frame, frame)).toEqual(['passed']);
  const advertisement = { ...frame, name: 'Publicité' };
  expect(judge(advertisement, { ...advertisement, url: '/b', text: 'Portes ouvertes' })).toEqual(['passed']);
});

test('a frame called after a site that has nothing to do with what it shows fails', () => {
  const judge = (rest: Partial<FrameSeen>): string[] =>
    shownVerdictOf(frameTitleQuality, '', {
      frames: [
        {
          ...{ selector: 'iframe', zone: 'main', component: 'iframe', html: '<iframe>', name: 'Facebook' },
          ...{ url: '/cadre', text: 'Les guichets ouvrent à 9 h.', said: 'Horaires /style.css', ...rest },
        },
      ],
    });
  expect(judge({})).toEqual(['failed', 'other-site']);
  expect(judge({ said: 'Horaires https://www.facebook.com/p' })).toEqual(['passed']);
  expect(judge({ url: '/relais/facebook' })).toEqual(['passed']);
  expect(judge({ name: 'Facebook de la préfecture' })).toEqual(['passed']);
  expect(judge({ said: null, text: null })).toEqual(['passed']);
  expect(judge({ text: '' })).toEqual(['passed']);
});
