import { casesOf, type Case } from './case.ts';

/** The State's accordion, as its style sheet and its script make it. */
const HEAD = `<style>
.fr-accordion__btn { width: 100%; text-align: left; padding: .75rem 1rem; color: #000091; background: #fff }
.fr-accordion__btn[aria-expanded=true] { background: #e3e3fd }
.fr-collapse { overflow: hidden; max-height: 0; visibility: hidden; transition: visibility .3s }
.fr-collapse::before { content: ''; display: block; margin-top: -100%; transition: margin-top .3s }
.fr-collapse--expanded { max-height: none; visibility: visible }
.fr-collapse--expanded::before { margin-top: 0 }
.pale { color: #bbb; background: #fff }
.slow { opacity: 0 }
</style>`;
const SCRIPT = `<script>
for (const button of document.querySelectorAll('.fr-accordion__btn'))
  button.addEventListener('click', () => {
    const show = (one, isOpen) => {
      one.setAttribute('aria-expanded', isOpen);
      const panel = document.getElementById(one.getAttribute('aria-controls'));
      requestAnimationFrame(() => panel.classList.toggle('fr-collapse--expanded', isOpen));
    };
    const isOpen = button.getAttribute('aria-expanded') !== 'true';
    const group = button.closest('.fr-accordions-group');
    for (const other of group ? group.querySelectorAll('[aria-expanded=true]') : []) show(other, false);
    show(button, isOpen);
  });
</script>`;

const accordion = (id: string, title: string, held: string): string =>
  `<section class="fr-accordion"><h3 class="fr-accordion__title"><button type="button" class="fr-accordion__btn" aria-expanded="false" aria-controls="${id}">${title}</button></h3><div class="fr-collapse" id="${id}">${held}</div></section>`;
const faq = (...held: readonly string[]): string =>
  `<h2>Vos questions</h2><div class="fr-accordions-group">${held.map((one, at) => accordion(`question-${String(at)}`, `Question numéro ${String(at + 1)}`, one)).join('')}</div>${SCRIPT}`;
const details = (held: string): string => `<details><summary>Pièces à fournir</summary>${held}</details>`;

const PALE = '<p class="pale">Le dossier est instruit en deux mois.</p>';
const CLEAR = '<p>Le dossier est instruit en deux mois.</p>';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const IMAGE = `<p>Le guichet : <img src="${DOT}" width="200" height="90"></p>`;
const TOLD = `<p>Le guichet : <img src="${DOT}" width="200" height="90" alt="Entrée par la cour"></p>`;
const NAMELESS = '<p>Voir aussi <a href="/demarches/"><span class="icon"></span></a> pour la suite.</p>';
const NAMED = '<p>Voir aussi <a href="/demarches/">les démarches</a> pour la suite.</p>';

const SLIDE = `<script>
let timer = 0;
function slide(button) {
  const panel = document.getElementById('glisse');
  const isOpen = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', isOpen);
  let step = 0;
  panel.style.cssText = 'display: block; overflow: hidden; height: ' + (isOpen ? 0 : 120) + 'px';
  clearInterval(timer);
  timer = setInterval(() => {
    step += 1;
    panel.style.height = (isOpen ? 10 * step : 120 - 10 * step) + 'px';
    if (step < 12) return;
    clearInterval(timer);
    panel.style.cssText = isOpen ? '' : 'display: none';
  }, 15);
}
</script>`;

export const closedPanels: readonly Case[] = [
  ...casesOf('axe', '3.2', {
    failed: [
      { title: 'a pale text in a closed accordion', head: HEAD, body: faq(CLEAR, PALE) },
      {
        title: 'a pale text in one of those that close their neighbours',
        head: HEAD,
        body: faq(CLEAR, PALE, CLEAR),
      },
      { title: 'a pale text in a closed detail', head: HEAD, body: details(PALE) },
      {
        title: 'a pale text in a panel within a panel',
        head: HEAD,
        body: details(`<p>Selon votre cas :</p>${details(PALE)}`),
      },
      {
        title: 'a pale text in a panel that slides open',
        head: HEAD,
        body: `<button type="button" aria-expanded="false" aria-controls="glisse" onclick="slide(this)">Délais</button><div id="glisse" style="display:none">${PALE}</div>${SLIDE}`,
      },
    ],
    passed: [
      { title: 'a clear text in a closed accordion', head: HEAD, body: faq(CLEAR, CLEAR) },
      { title: 'a clear text in a closed detail', head: HEAD, body: details(CLEAR) },
      {
        title: 'a pale text in a panel that never opens',
        head: HEAD,
        body: `<button type="button" aria-expanded="false" aria-controls="jamais">Délais</button><div id="jamais" hidden>${PALE}</div>`,
      },
      {
        title: 'a panel that fades in and out without end',
        head: HEAD,
        body: `<button type="button" aria-expanded="false" aria-controls="fondu" onclick="f.hidden = !f.hidden; this.setAttribute('aria-expanded', !f.hidden)">Délais</button><div id="fondu" hidden>${CLEAR}</div><script>const f = document.getElementById('fondu'); let o = 0; setInterval(() => { o = (o + .01) % 1; f.style.opacity = o; }, 20);</script>`,
      },
      {
        title: 'a panel that stays half transparent until it is read',
        head: HEAD,
        body: `<button type="button" aria-expanded="false" aria-controls="voile" onclick="v.hidden = !v.hidden; this.setAttribute('aria-expanded', !v.hidden)">Délais</button><div id="voile" hidden style="opacity:.4">${CLEAR}</div><script>const v = document.getElementById('voile');</script>`,
      },
      {
        title: 'the pale menu of a site, closed',
        head: HEAD,
        before: `<header><nav aria-label="Menu"><button type="button" aria-expanded="false" aria-controls="menu" onclick="m.hidden = !m.hidden; this.setAttribute('aria-expanded', !m.hidden)">Menu</button><div id="menu" hidden>${PALE}</div></nav></header><script>const m = document.getElementById('menu');</script>`,
      },
      {
        title: 'a button that would send a form',
        head: HEAD,
        body: `<form action="/envoi"><button aria-expanded="false" aria-controls="suite" onclick="document.getElementById('suite').hidden = false">Suite</button><div id="suite" hidden>${PALE}</div></form>`,
      },
      {
        title: 'a panel whose opening leads away',
        head: HEAD,
        body: `<button type="button" aria-expanded="false" aria-controls="ici" onclick="show(this)">Délais</button><div id="ici" hidden>${CLEAR}</div><button type="button" aria-expanded="false" aria-controls="ailleurs" onclick="show(this); location.href = '/ailleurs'">Suite</button><div id="ailleurs" hidden>${PALE}</div><script>function show(button) { const panel = document.getElementById(button.getAttribute('aria-controls')); panel.hidden = !panel.hidden; button.setAttribute('aria-expanded', !panel.hidden); }</script>`,
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    failed: [
      { title: 'an image without alternative in a closed accordion', head: HEAD, body: faq(IMAGE, CLEAR) },
      { title: 'an image without alternative in a closed detail', body: details(IMAGE) },
    ],
    passed: [
      { title: 'an image with its alternative in a closed accordion', head: HEAD, body: faq(TOLD, CLEAR) },
      { title: 'an image with its alternative in a closed detail', body: details(TOLD) },
    ],
  }),
  ...casesOf('axe', '6.2', {
    failed: [
      { title: 'a link without a name in a closed accordion', head: HEAD, body: faq(NAMELESS, CLEAR) },
      { title: 'a link without a name in a closed detail', body: details(NAMELESS) },
    ],
    passed: [
      { title: 'a link with a name in a closed accordion', head: HEAD, body: faq(NAMED, CLEAR) },
      { title: 'a link with a name in a closed detail', body: details(NAMED) },
    ],
  }),
  ...casesOf('axe', '11.1', {
    failed: [
      {
        title: 'a field without a label in a closed detail',
        body: details('<form><input name="ville"><button>Calculer</button></form>'),
      },
    ],
    passed: [
      {
        title: 'a field with its label in a closed detail',
        body: details('<form><label>Ville <input name="ville"></label><button>Calculer</button></form>'),
      },
    ],
  }),
];
