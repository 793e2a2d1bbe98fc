import { casesOf, type Case } from './case.ts';

export const keyboardTrap: readonly Case[] = casesOf('keyboard-trap', '12.9', {
  failed: [
    {
      title: 'a field that takes the focus back',
      body: '<label>Nom <input onblur="setTimeout(() => this.focus(), 10)"></label><p><a href="/a">Suite</a></p>',
    },
    {
      title: 'a field that stops the Tab key',
      body: `<label>Nom <input onkeydown="if (event.key === 'Tab') event.preventDefault()"></label><p><a href="/a">Suite</a></p>`,
    },
    {
      title: 'two buttons that send to one another',
      body: '<p><a href="/z">Avant</a></p><button id="a" type="button" onblur="setTimeout(() => b.focus(), 5)">Un</button><button id="b" type="button" onblur="setTimeout(() => a.focus(), 5)">Deux</button><p><a href="/a">Suite</a></p>',
    },
    {
      title: 'two buttons that send to one another without end',
      body: '<p><a href="/z">Avant</a></p><button id="a" type="button" onfocus="setTimeout(() => b.focus(), 5)">Un</button><button id="b" type="button" onfocus="setTimeout(() => a.focus(), 5)">Deux</button><p><a href="/a">Suite</a></p>',
    },
    {
      title: 'a trap with a way out that does not work',
      body: `<p>Appuyez sur la touche M pour sortir.</p><label>Nom <input onkeydown="if (event.key === 'Tab') event.preventDefault()"></label><p><a href="/a">Suite</a></p>`,
    },
  ],
  passed: [
    { title: 'fields in a row', body: '<label>Nom <input></label><label>Prénom <input></label>' },
    {
      title: 'a trap with a way out that is told',
      body: `<p>Appuyez sur la touche M pour sortir.</p><label>Nom <input id="n" onkeydown="if (event.key === 'Tab') event.preventDefault(); if (event.key === 'm') s.focus()"></label><p><a id="s" href="/a">Suite</a></p>`,
    },
    {
      title: 'an editor left by Escape',
      body: `<label>Code <textarea onkeydown="if (event.key === 'Escape') this.blur(); else if (event.key === 'Tab') event.preventDefault()"></textarea></label><p><a href="/a">Suite</a></p>`,
    },
    {
      title: 'a dialog that keeps the focus',
      body: '<dialog id="d" aria-label="Avis"><button type="button">Un</button><button type="button" onclick="d.close()">Fermer</button></dialog><p><a href="/a">Suite</a></p><script>d.showModal()</script>',
    },
    {
      title: 'a date with several parts',
      body: '<label>Date <input type="date"></label><p><a href="/a">Suite</a></p>',
    },
    { title: 'one link alone', body: '<p><a href="/a">Suite</a></p>' },
    {
      title: 'a field checked when left',
      body: '<label>Nom <input onblur="this.title = this.value"></label><p><a href="/a">Suite</a></p>',
    },
  ],
});
