import { casesOf, type Case } from './case.ts';

export const fakeList: readonly Case[] = casesOf('fake-list', '9.3', {
  failed: [
    {
      title: 'dashes and breaks',
      body: '<p>Pièces à fournir :<br>- une photographie<br>- un justificatif<br>- le formulaire</p>',
    },
    {
      title: 'paragraphs that begin with a bullet',
      body: '<p>• une photographie</p><p>• un justificatif</p><p>• le formulaire</p>',
    },
    {
      title: 'blocks that begin with a star',
      body: '<div>* une photographie</div><div>* un justificatif</div><div>* le formulaire</div>',
    },
    {
      title: 'lines numbered by hand',
      body: '<p>1. Remplir le formulaire<br>2. Joindre une photographie<br>3. Envoyer le dossier</p>',
    },
    {
      title: 'paragraphs numbered by hand',
      body: '<p>1) Remplir le formulaire</p><p>2) Joindre une photographie</p><p>3) Envoyer le dossier</p>',
    },
  ],
  passed: [
    { title: 'a list', body: '<ul><li>une photographie</li><li>un justificatif</li></ul>' },
    {
      title: 'a list made by roles',
      body: '<div role="list"><div role="listitem">- une photographie</div><div role="listitem">- un justificatif</div><div role="listitem">- le formulaire</div></div>',
    },
    {
      title: 'an address on three lines',
      body: '<p>Préfecture<br>1 place du Belvédère<br>00100 Brumeval</p>',
    },
    {
      title: 'years at the beginning of lines',
      body: '<p>2024 : ouverture<br>2025 : travaux<br>2026 : fermeture</p>',
    },
    { title: 'code', body: '<pre>- un\n- deux\n- trois</pre>' },
    {
      title: 'dates with a dash',
      body: '<p>12 - 14 mai : travaux</p><p>15 - 16 mai : essais</p><p>17 - 18 mai : fermeture</p>',
    },
  ],
  doubt: [
    {
      title: 'two lines of a dialogue',
      body: '<p>- Avez-vous un rendez-vous ?<br>- Oui, à neuf heures.</p>',
    },
  ],
});
