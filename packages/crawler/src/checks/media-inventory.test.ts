import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { mediaInventory } from './media-inventory.ts';

const judge = (html: string): string[] => verdictLine(mediaInventory, pageOf(`<main>${html}</main>`));
const TEXT = `<p>${'Voici ce que dit le préfet. '.repeat(12)}</p>`;

test('a recording on a page that neither holds nor promises a transcript fails', () => {
  expect(judge('<p>Écouter :</p><audio controls src="a.mp3"></audio>')).toEqual([
    'failed',
    'no-transcript',
    'cantTell',
    'read-name',
  ]);
});

test('a link to a recording is one, unless a player beside it plays it', () => {
  const link = '<a href="/discours.mp3">Écouter le discours</a>';
  expect(judge(link)).toEqual(['failed', 'no-transcript']);
  expect(judge(`${link} (pas de transcription)`)).toEqual(['failed', 'no-transcript']);
  expect(judge(`${link} <a href="/t">Transcription</a>`)).toEqual(['cantTell', 'read-transcript']);
  expect(judge(`${TEXT}${link}`)).toEqual(['cantTell', 'read-transcript']);
  expect(judge(`${TEXT}<audio controls src="/discours.ogg"></audio>${link}`)).toEqual([
    'cantTell',
    'read-transcript',
    'read-name',
  ]);
  expect(judge('<a href="/discours.mp4">Voir le discours</a>')).toEqual([
    'cantTell',
    'read-transcript',
    'read-captions',
    'read-description',
  ]);
});

test('a page of text, or a link to a transcript, leaves it to a person', () => {
  const asked = ['cantTell', 'read-transcript', 'read-name'];
  expect(judge(`${TEXT}<audio controls src="a.mp3"></audio>`)).toEqual(asked);
  expect(judge('<audio controls src="a.mp3"></audio><a href="/t">Transcription</a>')).toEqual(asked);
});

test('a recording beside a film may be its description, which a person tells', () => {
  expect(judge('<video controls src="a.mp4"></video><audio controls src="a.mp3"></audio>')).not.toContain(
    'failed',
  );
});

test('the captions of a film are looked for, or read when there are some', () => {
  expect(judge(`${TEXT}<video controls src="a.mp4"></video>`)).toContain('read-captions');
  expect(
    judge(`${TEXT}<video controls><source src="a.mp4"><track kind="captions" src="a.vtt"></video>`),
  ).toContain('read-faithful');
  expect(
    judge(`${TEXT}<iframe title="Film" src="https://www.youtube-nocookie.com/embed/x"></iframe>`),
  ).toContain('read-captions');
});

test('a drawing or an object is listed for its alternative; a page without media is not concerned', () => {
  expect(judge('<canvas></canvas>')).toEqual(['cantTell', 'read-alternative']);
  expect(judge('<iframe title="Carte" src="https://carte.exemple.fr/"></iframe>')).toEqual(['inapplicable']);
});

test('a sound or a film that nothing names fails on a page without a word', () => {
  expect(judge('<object data="a.mp3"></object>')).toContain('unknown-media');
  expect(judge('<object data="a.mp3" title="Discours"></object>')).not.toContain('unknown-media');
  expect(judge('<p>Discours</p><object data="a.mp3"></object>')).not.toContain('unknown-media');
  // Its own player tells it to who listens; a person says whether that is enough.
  expect(judge('<video controls src="a.mp4"></video>')).not.toContain('unknown-media');
});

test('captions that declare themselves a translation fail, unless the film has no sound', () => {
  const film = (kind: string, rest = ''): string[] =>
    judge(`${TEXT}<video controls ${rest}><source src="a.mp4"><track ${kind} src="a.vtt"></video>`);
  expect(film('kind="subtitles"')).toContain('subtitles-kind');
  expect(film('')).toContain('subtitles-kind');
  expect(film('kind="captions"')).not.toContain('failed');
  expect(film('kind="descriptions"')).not.toContain('failed');
  expect(film('kind="subtitles"', 'muted')).not.toContain('failed');
});
