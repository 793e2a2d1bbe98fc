import { casesOf, longMenu, type Case } from './case.ts';

export const focusVisible: readonly Case[] = casesOf('focus-visible', '10.7', {
  failed: [
    {
      title: 'an outline taken off',
      head: '<style>:focus { outline: none }</style>',
      body: '<button type="button">Chercher</button>',
    },
    {
      title: 'an outline taken off links, nothing else',
      head: '<style>a:focus-visible { outline: 0 } a { text-decoration: underline }</style>',
      body: '<p><a href="/a">Prendre rendez-vous</a></p>',
    },
    {
      title: 'a checkbox without its outline',
      head: '<style>input { outline: none !important }</style>',
      body: '<label><input type="checkbox"> Accepter</label>',
    },
    {
      title: 'a focus style that is the same as at rest',
      head: '<style>button { border: 1px solid #000 } button:focus { outline: none; border: 1px solid #000 }</style>',
      body: '<button type="button">Chercher</button>',
    },
    {
      title: 'an outline of the colour of the page',
      head: '<style>button:focus { outline: 2px solid transparent }</style>',
      body: '<button type="button">Chercher</button>',
    },
    {
      title: 'an outline taken off, after a long list',
      head: '<style>button:focus { outline: none }</style>',
      body: `${longMenu}<button type="button">Chercher</button>`,
    },
  ],
  passed: [
    {
      title: 'a style of its own for the keyboard only, after a long list',
      head: '<style>button { outline: none } button:focus-visible { outline: 2px solid #00f }</style>',
      body: `${longMenu}<button type="button">Chercher</button>`,
    },
    { title: 'the outline of the browser', body: '<button type="button">Chercher</button>' },
    {
      title: 'a shadow instead of the outline',
      head: '<style>button:focus { outline: none; box-shadow: 0 0 0 3px #00f }</style>',
      body: '<button type="button">Chercher</button>',
    },
    {
      title: 'an underline that comes',
      head: '<style>a { text-decoration: none } a:focus { outline: none; text-decoration: underline }</style>',
      body: '<p><a href="/a">Rendez-vous</a></p>',
    },
    {
      title: 'a label that changes in place of its box',
      head: '<style>.v { opacity: 0; position: absolute } .v:focus + label { outline: 2px solid #00f }</style>',
      body: '<p><input type="checkbox" id="c" class="v"><label for="c">Accepter</label></p>',
    },
    {
      title: 'a script that shows a mark elsewhere',
      head: '<style>button:focus { outline: none }</style>',
      body: `<p id="m">Aucun champ actif</p><button type="button" onfocus="m.textContent='Bouton actif'" onblur="m.textContent='Aucun champ actif'">Chercher</button>`,
    },
    {
      title: 'a text field that shows its caret',
      head: '<style>input:focus { outline: none }</style>',
      body: '<label>Nom <input type="text"></label>',
    },
    {
      title: 'a style that comes by a transition',
      head: '<style>button { transition: background .5s } button:focus { outline: none; background: #ff0 }</style>',
      body: '<button type="button">Chercher</button>',
    },
    {
      title: 'a class that a script puts',
      head: '<style>button:focus { outline: none } .on { background: #ff0 }</style>',
      body: `<button type="button" onfocus="this.classList.add('on')" onblur="this.classList.remove('on')">Chercher</button>`,
    },
    {
      title: 'an outline drawn by what is around',
      head: '<style>button:focus { outline: none } .w:focus-within { outline: 3px solid #00f }</style>',
      body: '<div class="w"><button type="button">Chercher</button></div>',
    },
  ],
});
