import { casesOf, type Case } from './case.ts';

const TEXT = '<p>Les demandes se font en ligne.</p>';
const field = (style: string): string =>
  `<form><label>Numéro de dossier <input style="${style}"></label><button>Envoyer la demande</button></form>`;

export const styles: readonly Case[] = [
  ...casesOf('css-content', '10.2', {
    failed: [
      {
        title: 'a word before a paragraph',
        head: '<style>.note::before { content: "Attention : " }</style>',
        body: `<div class="note">${TEXT}</div>`,
      },
      {
        title: 'a notice after a link',
        head: '<style>main a::after { content: " (nouvelle fenêtre)" }</style>',
        body: '<p><a href="/suite">Suite de la demande</a></p>',
      },
    ],
    passed: [
      {
        title: 'a bullet',
        head: '<style>li::before { content: "→ " }</style>',
        body: '<ul><li>Passeport</li></ul>',
      },
      { title: 'an icon of a font', head: '<style>p::before { content: "\\e91a" }</style>', body: TEXT },
      {
        title: 'a counter',
        head: '<style>p::before { counter-increment: n; content: counter(n) ". " }</style>',
        body: TEXT,
      },
      {
        title: 'quotes',
        head: '<style>q::before { content: "« " } q::after { content: " »" }</style>',
        body: '<p><q>Oui</q></p>',
      },
      {
        title: 'words that are never shown',
        head: '<style>p::before { content: "Attention"; display: none }</style>',
        body: TEXT,
      },
    ],
  }),
  ...casesOf('color-pair', '10.5', {
    failed: [
      {
        title: 'a text colour and no background anywhere',
        head: '<style>p { color: #333 }</style>',
        body: TEXT,
      },
      {
        title: 'a colour of the whole page without a background',
        head: '<style>body { color: #222 }</style>',
        body: TEXT,
      },
    ],
    passed: [
      { title: 'no colour at all', body: TEXT },
      {
        title: 'a colour and a background on the page',
        head: '<style>body { background: #fff } p { color: #333 }</style>',
        body: TEXT,
      },
      {
        title: 'both on the paragraph',
        head: '<style>p { color: #333; background-color: white }</style>',
        body: TEXT,
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    failed: [
      {
        title: 'a pale border',
        head: '<style>body { background: #fff }</style>',
        body: field('border: 1px solid #ddd; background: #fff'),
      },
      {
        title: 'no border on the same white',
        head: '<style>body { background: #fff }</style>',
        body: field('border: 0; background: #fff'),
      },
    ],
    passed: [
      { title: 'the border of the browser', body: field('') },
      {
        title: 'a dark line below',
        head: '<style>body { background: #fff }</style>',
        body: field('border: 0; border-bottom: 2px solid #3a3a3a; background: #eee'),
      },
      {
        title: 'a dark field',
        head: '<style>body { background: #fff }</style>',
        body: field('border: 0; background: #555; color: #fff'),
      },
      {
        title: 'a field out of use',
        head: '<style>body { background: #fff }</style>',
        body: field('border: 1px solid #ddd').replace('<input', '<input disabled'),
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    failed: [
      {
        title: 'pale text over a gradient',
        body: '<div style="background: linear-gradient(#fff, #eee); padding: 1rem"><p style="color: #bbb">Les demandes se font en ligne.</p></div>',
      },
      {
        title: 'a link that pales when pointed at',
        head: '<style>body { background: #fff; color: #111 } a { color: #000091 } a:hover { color: #ccc }</style>',
        body: '<p><a href="/suite">Suite de la demande</a></p>',
      },
      {
        title: 'a button that pales when reached',
        head: '<style>button { color: #fff; background: #000091; border: 0 } button:focus-visible { color: #888 }</style>',
        body: '<button>Rechercher</button>',
      },
    ],
    passed: [
      {
        title: 'dark text over a gradient',
        body: '<div style="background: linear-gradient(#fff, #eee); padding: 1rem"><p style="color: #161616">Les demandes se font en ligne.</p></div>',
      },
      {
        title: 'a link that darkens when pointed at',
        head: '<style>body { background: #fff; color: #111 } a { color: #000091 } a:hover { color: #000 }</style>',
        body: '<p><a href="/suite">Suite de la demande</a></p>',
      },
      {
        title: 'a link whose background changes too',
        head: '<style>body { background: #fff; color: #111 } a { color: #000091 } a:hover { color: #fff; background-color: #000091 }</style>',
        body: '<p><a href="/suite">Suite de la demande</a></p>',
      },
    ],
    doubt: [
      {
        title: 'text over a gradient from pale to dark',
        body: '<div style="background: linear-gradient(90deg, #fff, #000); padding: 1rem"><p style="color: #444">Les demandes se font en ligne, et la préfecture vous répond.</p></div>',
      },
    ],
  }),
  ...casesOf('color-only-inventory', '3.1', {
    failed: [
      { title: 'fields told by red', body: '<p>Les champs en rouge sont obligatoires.</p>' },
      { title: 'an English rule', body: '<p lang="en">Fields marked in red are required.</p>' },
    ],
    passed: [
      {
        title: 'colours that are names',
        body: '<p>La carte grise se demande en ligne, et le numéro vert est gratuit.</p>',
      },
      { title: 'a star', body: '<p>Les champs suivis d’une étoile sont obligatoires.</p>' },
    ],
    doubt: [
      {
        title: 'colours of a picture',
        body: '<p>Les zones en rouge sur la carte sont inondables.</p>',
      },
      {
        title: 'a colour and a star',
        body: '<p>Les champs en rouge et suivis d’une étoile sont obligatoires.</p>',
      },
    ],
  }),
  ...casesOf('media-inventory', '4.1', {
    failed: [
      {
        title: 'a recording and nothing else',
        body: '<p>Écouter le préfet :</p><audio controls src="a.mp3"></audio>',
      },
    ],
    doubt: [
      {
        title: 'a recording and a promised transcript',
        body: '<audio controls src="a.mp3"></audio><p><a href="t">Transcription du discours</a></p>',
      },
      { title: 'a film', body: '<video controls src="a.mp4"></video>' },
    ],
    inapplicable: [
      {
        title: 'a frame that is a map',
        body: '<iframe title="Carte des sites" srcdoc="<p>Carte</p>"></iframe>',
      },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    failed: [
      {
        title: 'a title that editors write by themselves',
        html: page('Untitled document', 'Renouveler un passeport'),
      },
      { title: 'the name of a file', html: page('index_v2.html', 'Renouveler un passeport') },
      {
        title: 'the title of another subject',
        html: page('Fermeture exceptionnelle du cinéma', 'Renouveler un passeport'),
      },
    ],
    passed: [
      {
        title: 'the subject, then the site',
        html: page('Renouveler un passeport - Préfecture', 'Renouveler un passeport'),
      },
      { title: 'a synonym that the text holds', html: page('Titres d’identité', 'Renouveler un passeport') },
      { title: 'a title of one word', html: page('Passeports', 'Renouveler un passeport') },
    ],
  }),
];

function page(title: string, heading: string): string {
  const text =
    'Le passeport se demande dans toutes les mairies équipées. Prenez rendez-vous, remplissez la demande en ligne, puis venez avec une photo récente et votre ancien titre. Le délai varie selon la saison : comptez un mois en hiver, deux en été. Le retrait se fait dans la même mairie.';
  return `<!doctype html><html lang="fr"><head><title>${title}</title></head><body><main><h1>${heading}</h1><p>${text}</p></main></body></html>`;
}
