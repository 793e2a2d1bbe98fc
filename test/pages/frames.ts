import { casesOf, type Case } from './case.ts';

const AROUND = '<p><a href="/avant">Avant</a></p>FRAME<p><a href="/apres">Après</a></p>';
/** A frame of the same site between two links. */
const framed = (title: string, held: string): { title: string; body: string; files: Case['files'] } => ({
  title,
  body: AROUND.replace('FRAME', '<iframe src="cadre.html" title="Formulaire de la mairie"></iframe>'),
  files: { 'cadre.html': documentOf(held) },
});
/** A frame that may not look at the page around, nor be looked at: as one of another site. */
const apart = (title: string, held: string): { title: string; body: string } => ({
  title,
  body: AROUND.replace(
    'FRAME',
    `<iframe sandbox="allow-scripts" srcdoc="${documentOf(held).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="Formulaire de la mairie"></iframe>`,
  ),
});
const documentOf = (held: string): string =>
  `<!doctype html><html lang="fr"><head><title>Formulaire de la mairie</title></head><body>${held}</body></html>`;

const HELD = `<label>Nom <input onkeydown="if (event.key === 'Tab') event.preventDefault()"></label>`;
const BACK =
  '<button id="a" type="button" onblur="setTimeout(() => b.focus(), 5)">Un</button><button id="b" type="button" onblur="setTimeout(() => a.focus(), 5)">Deux</button>';
const MANY = Array.from(
  { length: 45 },
  (_, index) => `<a href="/p${String(index)}">Rue ${String(index)}</a> `,
).join('');
const MOUSE = `<div style="cursor: pointer" onclick="this.nextElementSibling.textContent = 'Le guichet ouvre à 9 h'">Horaires</div><p></p>`;

/** What frames hold is gone through by keyboard as the page is. */
export const frames: readonly Case[] = [
  ...casesOf('keyboard-trap', '12.9', {
    failed: [
      framed('a field of a frame that stops the Tab key', HELD),
      framed('two buttons of a frame that send to one another', BACK),
      apart('a field that stops the Tab key, in a frame of another origin', HELD),
      framed(
        'a field that stops the Tab key, in a frame of a frame',
        `<iframe title="Nom" srcdoc="${HELD.replaceAll('"', '&quot;')}"></iframe>`,
      ),
    ],
    passed: [
      framed('a frame of many links', MANY),
      apart('a frame of many links, of another origin', MANY),
      framed('a frame of a few fields', '<label>Nom <input></label><label>Date <input type="date"></label>'),
      framed('a frame of one button', '<button type="button">Chercher</button>'),
      framed(
        'an editor in a frame, left by Escape',
        `<label>Code <textarea onkeydown="if (event.key === 'Escape') this.blur(); else if (event.key === 'Tab') event.preventDefault()"></textarea></label>`,
      ),
      framed('a frame that nothing can be reached in', '<p>Plan de la mairie</p>'),
      framed(
        'a frame that goes elsewhere when its link is reached',
        '<a href="/ailleurs" onfocus="location.href = \'about:blank\'">Rue</a>',
      ),
      {
        title: 'a frame that is all that the page holds, one field of which is put right when it is left',
        html: `<!doctype html><html lang="fr"><head><title>Formulaire de la mairie</title></head><body><iframe title="Formulaire" srcdoc="<label>Nom <input></label><label>Âge <input id=a onblur='if (isNaN(this.value)) this.focus()'></label>"></iframe></body></html>`,
      },
      {
        title: 'a hidden frame that would hold the keyboard',
        body: `<iframe hidden title="Nom" srcdoc="${HELD.replaceAll('"', '&quot;')}"></iframe><p><a href="/a">Suite</a></p>`,
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      framed(
        'buttons of a frame without a mark of the focus',
        '<style>button:focus { outline: none }</style><button type="button">Chercher</button>',
      ),
      apart(
        'the same in a frame of another origin',
        '<style>button:focus { outline: none }</style><button type="button">Chercher</button>',
      ),
    ],
    passed: [
      framed('buttons of a frame as the browser draws them', '<button type="button">Chercher</button>'),
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [
      framed('a block of a frame that only the mouse sets going', `<p><a href="/a">Rue</a></p>${MOUSE}`),
      apart('the same in a frame of another origin', `<p><a href="/a">Rue</a></p>${MOUSE}`),
    ],
    passed: [
      framed(
        'a button of a frame',
        `<button type="button" onclick="this.nextElementSibling.textContent = 'Le guichet ouvre à 9 h'">Horaires</button><p></p>`,
      ),
    ],
  }),
];
