import { casesOf, type Case } from './case.ts';

export const disclosureState: readonly Case[] = casesOf('disclosure-state', '7.1', {
  failed: [
    {
      title: 'a panel without a state',
      body: '<button type="button" onclick="p.hidden = !p.hidden">Horaires</button><p id="p" hidden>Du lundi au vendredi, de 9 h à 12 h.</p>',
    },
    {
      title: 'a state that never changes',
      body: '<button type="button" aria-expanded="false" onclick="p.hidden = !p.hidden">Horaires</button><p id="p" hidden>Du lundi au vendredi, de 9 h à 12 h.</p>',
    },
    {
      title: 'a box of its own that stays unchecked',
      head: '<style>.on { background: #cfc }</style>',
      body: `<div role="checkbox" tabindex="0" aria-checked="false" onclick="this.classList.toggle('on')" onkeydown="if (event.key === ' ') this.click()">Accepter</div>`,
    },
  ],
  passed: [
    {
      title: 'a panel and its state',
      body: `<button type="button" aria-expanded="false" onclick="p.hidden = !p.hidden; this.setAttribute('aria-expanded', !p.hidden)">Horaires</button><p id="p" hidden>Du lundi au vendredi, de 9 h à 12 h.</p>`,
    },
    {
      title: 'a name that tells the state',
      body: `<button type="button" onclick="p.hidden = !p.hidden; this.textContent = p.hidden ? 'Afficher' : 'Masquer'">Afficher</button><p id="p" hidden>Du lundi au vendredi, de 9 h à 12 h.</p>`,
    },
    {
      title: 'a detail of the browser',
      body: '<details><summary>Horaires</summary><p>Du lundi au vendredi.</p></details>',
    },
    {
      title: 'a dialog',
      body: '<button type="button" onclick="d.showModal()">Horaires</button><dialog id="d" aria-label="Horaires"><p>Du lundi au vendredi.</p><button type="button" onclick="d.close()">Fermer</button></dialog>',
    },
  ],
});
