import { casesOf, type Case } from './case.ts';

/** A page whose link to its content waits out of the screen, looked at once it has the focus. */
const skipping = (looks: string, focus: string, script = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Les démarches - Commune d’Exemple</title><style>.skip{position:fixed;left:8px;top:8px;padding:12px;background:#fff;${looks}}.skip:focus{${focus}}.skip.shown{transform:none}</style></head><body><a class="skip" href="#contenu">Aller au contenu</a><header><nav aria-label="Menu principal"><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Services</a></li></ul></nav></header><main id="contenu" tabindex="-1"><h1>Les démarches</h1><p>La mairie délivre les cartes d’identité. <a href="/c">Prendre rendez-vous</a></p></main><script>${script}</script></body></html>`;

const onFocus = (delay: number): string =>
  `const skip = document.querySelector('.skip'); skip.addEventListener('focus', () => setTimeout(() => skip.classList.add('shown'), ${String(delay)}));`;

const sidebar = (looks: string): string =>
  `<style>.search{position:relative;width:220px}.search::before{content:'';position:absolute;left:6px;top:8px;width:16px;height:16px;background:#333;mask-image:linear-gradient(#000,#000)}.search input{padding:8px 8px 8px 30px;background:transparent;width:100%;box-sizing:border-box;${looks}}.search input:focus{outline:2px solid #00f}</style><form role="search" action="/r"><div class="search"><input name="q" placeholder="Recherche" aria-label="Recherche"></div></form>`;

/** What generators of sites and manuals make, in our own words. */
export const generatorPages: readonly Case[] = [
  ...casesOf('skip-links', '12.7', {
    passed: [
      {
        title: 'a link that slides in',
        html: skipping('transform:translateY(-200%);transition:transform .3s', 'transform:none'),
      },
      { title: 'a link that comes from above', html: skipping('top:-80px;transition:top .5s', 'top:8px') },
      { title: 'a link that fades in', html: skipping('opacity:0;transition:opacity 1s', 'opacity:1') },
      {
        title: 'a link that a script shows a moment later',
        html: skipping('transform:translateY(-200%)', '', onFocus(120)),
      },
    ],
    failed: [
      {
        title: 'a link that slides out of the screen all the same',
        html: skipping('transform:translateY(-300%);transition:transform .3s', 'transform:translateY(-200%)'),
      },
    ],
  }),
  ...casesOf('single-key-shortcut', '12.10', {
    failed: [
      {
        title: 'a sign that brings the search field, on a page whose theme can be turned',
        body: `<button type="button" aria-label="Toggle light or dark theme">☾</button><p><label for="q">Rechercher</label> <input id="q" name="q"></p><script>addEventListener('keydown', (event) => { if (event.key === '/' && event.target !== q) { event.preventDefault(); q.focus(); } })</script>`,
      },
    ],
    doubt: [
      {
        title: 'the same, where the keys can be turned off in the search',
        body: `<button type="button">Désactiver les raccourcis de la recherche</button><p><label for="q">Rechercher</label> <input id="q" name="q"></p><script>addEventListener('keydown', (event) => { if (event.key === '/' && event.target !== q) { event.preventDefault(); q.focus(); } })</script>`,
      },
    ],
  }),
  ...casesOf('text-spacing', '10.12', {
    passed: [
      {
        title: 'a long line of a column that scrolls, beside a title',
        body: '<style>.v{display:flex}.v div{width:200px;flex:none;overflow:auto;white-space:nowrap;font:12px/22px Arial}h2{margin:0 0 0 12px;font:bold 15px/22px Arial}</style><div class="v"><div tabindex="0" role="region" aria-label="Rubriques"><a href="/b">Bibliothèque du portail communal</a></div><h2>Équipements</h2></div>',
      },
    ],
  }),
  ...casesOf('button-label', '11.9', {
    passed: [
      {
        title: 'a button that shows the keys that do the same',
        body: '<button type="button" aria-label="Rechercher" aria-keyshortcuts="Control+K"><span>Rechercher</span> <kbd><kbd>Ctrl</kbd> <kbd>K</kbd></kbd></button>',
      },
    ],
    failed: [
      {
        title: 'a button that shows its keys and other words than its name',
        body: '<button type="button" aria-label="Ouvrir"><span>Rechercher</span> <kbd>K</kbd></button>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    doubt: [
      {
        title: 'a field under a pale line, with its own words beside a drawing',
        body: sidebar('border:0;border-bottom:1px solid #eee'),
      },
    ],
    failed: [
      {
        title: 'the same with a pale edge all around',
        body: sidebar('border:1px solid #eee'),
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    doubt: [
      {
        title: 'a field that must be filled in, whose label is bold',
        body: '<form action="/r"><p><label for="a" style="font-weight:bold">Titre :</label> <input id="a" name="a" required></p><p><label for="b">Résumé :</label> <input id="b" name="b"></p><p><button>Enregistrer la démarche</button></p></form>',
      },
    ],
    failed: [
      {
        title: 'one whose label is bold as those of all',
        body: '<style>label{font-weight:bold}</style><form action="/r"><p><label for="a">Titre :</label> <input id="a" name="a" required></p><p><label for="b">Résumé :</label> <input id="b" name="b"></p><p><button>Enregistrer la démarche</button></p></form>',
      },
    ],
  }),
  ...casesOf('page-structure', '9.2', {
    passed: [
      {
        title: 'the title of the content in a block called header',
        html: '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Foire aux questions - Commune d’Exemple</title></head><body><div id="header"><h1>Foire aux questions</h1></div><div id="content"><h2>Questions</h2><p>Les données sont publiées sous Licence Ouverte.</p></div></body></html>',
      },
    ],
    failed: [
      {
        title: 'a title with its author and the contents in a block called header',
        html: '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guide - Commune d’Exemple</title></head><body><div id="header"><h1>Guide des démarches</h1><p>Par le service de l’état civil, version 3</p><ul><li><a href="#q">Questions</a></li><li><a href="#r">Réponses</a></li></ul></div><div id="content"><h2 id="q">Questions</h2><p>Les données sont publiées sous Licence Ouverte.</p><h2 id="r">Réponses</h2></div></body></html>',
      },
    ],
  }),
];
