import { casesOf, type Case } from './case.ts';

export const statusMessage: readonly Case[] = casesOf('status-message', '7.5', {
  failed: [
    {
      title: 'a message that nobody reads out',
      body: `<button type="button" onclick="r.textContent = 'Adresse copiée'">Copier l’adresse</button><p id="r"></p>`,
    },
    {
      title: 'an error that nobody reads out',
      body: `<form novalidate onsubmit="event.preventDefault(); r.textContent = 'Le nom est obligatoire'"><label>Nom <input name="n"></label><button>Envoyer</button></form><p id="r"></p>`,
    },
  ],
  passed: [
    {
      title: 'a message in a status',
      body: `<button type="button" onclick="r.textContent = 'Adresse copiée'">Copier l’adresse</button><p id="r" role="status"></p>`,
    },
    {
      title: 'an error in an alert',
      body: `<form novalidate onsubmit="event.preventDefault(); r.textContent = 'Le nom est obligatoire'"><label>Nom <input name="n"></label><button>Envoyer</button></form><p id="r" role="alert"></p>`,
    },
    {
      title: 'a text that the button brings',
      body: `<button type="button" onclick="r.textContent = 'Bonjour'">Saluer</button><p id="r"></p>`,
    },
  ],
});
