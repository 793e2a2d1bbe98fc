import { casesOf, type Case } from './case.ts';

const CROSS = (style: string): string =>
  `<p>Sport <button type="button" aria-label="Retirer le thème" style="width: 3rem; height: 2rem; overflow: hidden; ${style}" onclick="this.parentElement.remove()">Enlever</button></p>`;

/** Choices laid in a component, which hears the keys in its own tree. */
const CHOICES = (tabindex: string): string => `<x-choix aria-label="Réponse par courriel">
<x-un role="radio" tabindex="${tabindex}" aria-checked="true">Oui</x-un><x-un role="radio" tabindex="-1" aria-checked="false">Non</x-un></x-choix>
<p id="r">Oui</p>
<script>
class Choix extends HTMLElement {
  connectedCallback() {
    const inner = this.attachShadow({ mode: 'open' });
    inner.innerHTML = '<div role="radiogroup"><slot></slot></div>';
    const all = [...this.children];
    const take = (one) => {
      for (const other of all) other.setAttribute('aria-checked', String(other === one));
      document.getElementById('r').textContent = one.textContent;
      one.focus();
    };
    for (const one of all) one.addEventListener('click', () => take(one));
    inner.firstChild.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) take(all[(all.indexOf(event.target) + step + all.length) % all.length]);
    });
  }
}
customElements.define('x-choix', Choix);
</script>`;

const LEAVES = `<div><p id="l">Page 1 : le mot du maire</p></div>
<script>
const leaves = ['Page 1 : le mot du maire', 'Page 2 : les travaux', 'Page 3 : l’agenda'];
let at = 0;
const turn = () => { l.textContent = leaves[(at = (at + 1) % 3)]; };
</script>`;
const BOOK = (style: string, more: string): string =>
  `<div id="b" style="width: 400px; padding: 2rem; border: 1px solid; ${style}">${LEAVES}</div>${more}
<script>b.addEventListener('mousedown', turn)</script>`;

/** A row of which the third box is cut in the middle of its word on a screen half as wide. */
const ROW = (moved: string): string =>
  `<div style="overflow: hidden; width: 100%"><div style="display: flex; gap: 12px; ${moved}">${[
    'Élections',
    'Cantine',
    'Voirie',
    'Associations',
    'Médiathèque',
    'Piscine',
  ]
    .map((word) => `<div class="slide" style="flex: none; width: 290px"><a href="/${word}">${word}</a></div>`)
    .join('')}</div></div>`;
const HEAD = (event: string, heard: string): string =>
  `<table><tr><th scope="col" id="h">Date</th></tr><tr><td>Lundi 3 mars</td></tr></table><p id="m"></p>
<script>
let said = 0;
const say = () => { m.textContent = 'Trié ' + ++said + ' fois'; };
h.addEventListener('mousedown', () => { h.dataset.held = 'yes'; });
h.addEventListener('${event}', ${heard});
</script>`;
const NEWS = (box: string): string =>
  `<style>@keyframes go { to { transform: translateX(-100%) } }</style>
<div style="overflow: hidden"><p style="white-space: nowrap; padding-left: 100%; display: inline-block; animation: go 20s linear infinite">Le guichet ferme mardi après-midi pour travaux</p></div>
<div id="${box}" style="border: 1px solid"><p>Une information</p><button type="button" onclick="this.parentElement.remove()">Fermer</button></div>`;
const LIST_OF_STYLES =
  '<span role="button" tabindex="0" aria-expanded="false" class="v" onclick="this.ariaExpanded = true" onkeydown="this.ariaExpanded = true"><svg viewBox="0 0 18 18" width="18" height="18"><path d="M2 6l7 7 7-7z"/></svg></span>';

/** What the components that French sites take from script libraries make of the page, each beside a fault it looks like. */
export const scriptComponents: readonly Case[] = [
  ...casesOf('button-label', '11.9', {
    doubt: [
      {
        title: 'words pushed out of sight behind a cross, under another name',
        body: CROSS(
          "text-indent: -9999px; background: url(&quot;data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M0 0l9 9M9 0L0 9' stroke='black'/%3E%3C/svg%3E&quot;) center / 1rem no-repeat",
        ),
      },
    ],
    failed: [{ title: 'words that are seen, under another name', body: CROSS('width: auto') }],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [{ title: 'choices of a component none of which the Tab key reaches', body: CHOICES('-1') }],
    doubt: [
      { title: 'choices of a component that hears the keys in its own tree', body: CHOICES('0') },
      {
        title: 'a book whose leaves follow the hand, beside a button that turns them',
        body: BOOK(
          '',
          '<button type="button" onclick="turn()">Page suivante</button><script>addEventListener("mousemove", () => {})</script>',
        ),
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [{ title: 'a box to press that looks like a command', body: BOOK('cursor: pointer', '') }],
  }),
  ...casesOf('pointer-down', '13.11', {
    passed: [
      {
        title: 'a head of a table that shows a word a little after the mouse comes, and hears it go down',
        body: HEAD('mouseenter', '() => setTimeout(say, 25)'),
      },
    ],
    doubt: [
      { title: 'a head of a table that acts when the mouse goes down', body: HEAD('mousedown', 'say') },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    failed: [
      {
        title: 'news that go by, beside a button that closes the banner of cookies',
        body: NEWS('cookies-box'),
      },
    ],
    doubt: [{ title: 'news that go by, in a page with a button that closes something', body: NEWS('box') }],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    doubt: [
      {
        title: 'the slide cut by the edge of a row that a script moves',
        body: ROW('transform: translate3d(0, 0, 0)'),
      },
    ],
    failed: [{ title: 'the box cut by the edge of a row that nothing moves', body: ROW('') }],
  }),
  ...casesOf('reflow-320', '10.11', {
    doubt: [
      {
        title: 'a field whose edge is two pixels beyond the screen',
        head: '<style>body { margin: 16px }</style>',
        body: '<label for="v">Nom</label><br><input id="v" name="v" style="box-sizing: border-box; width: 306px">',
      },
    ],
    failed: [
      {
        title: 'a field a good part of which is beyond the screen',
        head: '<style>body { margin: 16px }</style>',
        body: '<label for="v">Nom</label><br><input id="v" name="v" style="box-sizing: border-box; width: 340px">',
      },
    ],
  }),
  ...casesOf('axe', '11.9', {
    doubt: [
      {
        title: 'a list of styles whose name stands in the style sheet',
        head: '<style>.v::before { content: "Normal" }</style>',
        body: LIST_OF_STYLES,
      },
    ],
    failed: [{ title: 'a list of styles that an arrow alone tells', body: LIST_OF_STYLES }],
  }),
  ...casesOf('axe', '11.1', {
    doubt: [
      {
        title: 'the field that a component keeps out of sight behind its own',
        head: '<style>.hidden-field { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>',
        body: '<label for="v">Services proposés</label><input class="hidden-field" tabindex="-1" name="s"><input id="v" role="combobox" aria-expanded="false" aria-controls="c"><ul id="c" role="listbox" aria-label="Services" hidden></ul>',
      },
    ],
    failed: [
      {
        title: 'a field without a label that only the mouse reaches',
        body: '<input tabindex="-1" name="s">',
      },
    ],
  }),
  ...casesOf('css-content', '10.2', {
    passed: [
      {
        title: 'what an empty box to write in shows until something is written there',
        head: '<style>.z:empty::before { content: attr(data-placeholder); color: #595959 }</style>',
        body: '<p id="d">Description du projet</p><div class="z" contenteditable="true" role="textbox" aria-multiline="true" aria-labelledby="d" data-placeholder="Décrivez votre projet" style="border: 1px solid #595959; min-height: 5rem"></div>',
      },
    ],
    failed: [
      {
        title: 'words taken from an attribute of what nobody writes in',
        head: '<style>.z::before { content: attr(data-note) }</style>',
        body: '<p class="z" data-note="Fermé le lundi"></p>',
      },
    ],
  }),
];
