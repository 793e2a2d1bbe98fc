import { casesOf, type Case } from './case.ts';

const CAPTCHA = '<label>Recopiez les caractères <input></label><button>Envoyer</button>';
const LINES = [
  'Apportez une photographie récente.',
  'Venez à neuf heures, avec le dossier.',
  'Prenez un ticket à l’entrée du hall.',
  'Attendez votre tour dans la salle.',
];

/** Faults written in shapes that engines do not know. */
export const rareFaults: readonly Case[] = [
  ...casesOf('image-alt-inventory', '1.1', {
    failed: [{ title: 'an embedded image', body: '<embed src="plan.png" type="image/png">' }],
  }),
  ...casesOf('decorative-image-conflict', '1.2', {
    failed: [
      {
        title: 'a decoration with a title',
        body: '<p>Bienvenue <svg role="none" width="20" height="20"><title>Étoile</title><path d="M0 0h20v20z"/></svg></p>',
      },
    ],
  }),
  ...casesOf('captcha-inventory', '1.1', {
    failed: [
      { title: 'a CAPTCHA that says nothing', body: `<form><img src="captcha.png" alt="">${CAPTCHA}</form>` },
    ],
  }),
  ...casesOf('captcha-inventory', '1.5', {
    failed: [
      {
        title: 'a CAPTCHA and nothing else',
        body: `<form><img src="captcha.png" alt="Code à recopier">${CAPTCHA}</form>`,
      },
    ],
  }),
  ...casesOf('frame-title-quality', '2.2', {
    failed: [
      {
        title: 'two frames of one name, written in the page',
        body: '<iframe title="Liste" srcdoc="<p>Guichets ouverts le matin</p>"></iframe><iframe title="Liste" srcdoc="<p>Pièces à fournir pour un passeport</p>"></iframe>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    failed: [
      {
        title: 'a pale hint',
        head: '<style>input { background: #fff } input::placeholder { color: #ccc; opacity: 1 }</style>',
        body: '<label>Ville <input placeholder="Par exemple : Brumeval"></label>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    failed: [
      {
        title: 'a pale icon that stands for a word',
        body: '<button type="button" aria-label="Chercher" style="border: 0; background: #fff"><svg aria-hidden="true" width="24" height="24"><circle cx="10" cy="10" r="7" fill="none" stroke="#ddd" stroke-width="3"/></svg></button>',
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    failed: [
      {
        title: 'a header over nothing',
        body: '<table><caption>Horaires</caption><tr><th>Jour</th><th>Heure</th></tr><tr><td>Lundi</td></tr><tr><td>Mardi</td></tr></table>',
      },
      {
        title: 'a scope that is none',
        body: '<table><tr><th scope="column">Jour</th><th scope="col">Heure</th></tr><tr><td>Lundi</td><td>9 h</td></tr></table>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a link that points, under a paragraph',
        body: '<div><p>Le guichet a changé d’adresse depuis le mois de mai.</p><a href="/a">Ici</a></div>',
      },
      { title: 'an arrow alone', body: '<div><a href="/a">&gt;</a></div>' },
    ],
  }),
  ...casesOf('axe', '6.2', {
    failed: [{ title: 'a made link without a name', body: '<span role="link" tabindex="0"></span>' }],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [
      {
        title: 'a short menu',
        body: '<button id="b" type="button">Menu</button><ul id="m" hidden><li><a href="/a">Plan</a></li></ul><script>b.onclick = () => { m.hidden = !m.hidden }</script>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [
      {
        title: 'a button out of the keyboard’s way',
        body: '<button type="button" tabindex="-1" onclick="r.textContent = \'Demande bien reçue\'">Valider</button><p id="r" role="status"></p>',
      },
      {
        title: 'a block that a listener further up knows',
        body: '<span class="act">Voir le tarif</span><p id="r" role="status"></p><script>document.addEventListener("click", (e) => { if (e.target.closest(".act")) r.textContent = "Le tarif est de 86 euros" })</script>',
      },
      {
        title: 'a double click, and a press',
        body: '<div ondblclick="r.textContent = \'Ouvert dès neuf heures\'">Horaires</div><p id="r" role="status"></p>',
      },
    ],
  }),
  ...casesOf('context-change', '7.4', {
    failed: [
      {
        title: 'a field that sends the keyboard to the next one',
        body: '<fieldset><legend>Date</legend><label>Jour <input maxlength="2" oninput="if (value.length === 2) m.focus()"></label><label>Mois <input id="m" maxlength="2"></label></fieldset>',
      },
    ],
  }),
  ...casesOf('status-message', '7.5', {
    failed: [
      {
        title: 'a form that thanks in silence',
        body: '<form onsubmit="event.preventDefault(); r.textContent = \'Votre message est envoyé\'"><label>Message <input></label><button>Envoyer</button></form><div id="r"></div>',
      },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    failed: [
      {
        title: 'the title of the home page',
        html: '<!doctype html><html lang="fr"><head><title>Accueil</title></head><body><h1>Renouveler un passeport</h1><p>Apportez une photographie.</p></body></html>',
      },
    ],
  }),
  ...casesOf('language-change', '8.7', {
    failed: [
      {
        title: 'a sentence of common English words',
        body: '<p>Apportez un justificatif de domicile et venez le matin au guichet.</p><p>To renew your passport, you must come in person with a recent photograph and a proof of address.</p>',
      },
    ],
  }),
  ...casesOf('presentational-markup', '8.9', {
    failed: [{ title: 'paragraphs made of breaks', body: `<div>${LINES.join('<br><br>')}</div>` }],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      {
        title: 'a white outline on white',
        head: '<style>body { background: #fff } a:focus { outline: 2px solid #fff }</style>',
        body: '<p><a href="/a">Passeport</a></p>',
      },
    ],
  }),
  ...casesOf('axe', '11.1', {
    failed: [
      {
        title: 'a switch without a name',
        body: '<div role="switch" aria-checked="true" tabindex="0"></div>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      {
        title: 'a name that has no word of the label',
        body: '<label for="a">Commune</label> <input id="a" aria-label="Saisissez une donnée">',
      },
    ],
  }),
  ...casesOf('field-grouping', '11.5', {
    failed: [
      {
        title: 'boxes of one question',
        body: '<form><p>Quelles pièces avez-vous ?</p><label><input type="checkbox" name="p"> Passeport</label><label><input type="checkbox" name="p"> Permis</label></form>',
      },
      {
        title: 'a date in three fields',
        body: '<form><p>Date de naissance</p><label>Jour <input></label><label>Mois <input></label><label>Année <input></label></form>',
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    failed: [
      {
        title: 'a required field that does not say so',
        body: '<form><label>Commune <input required></label><label>Objet <input></label><button>Envoyer</button></form>',
      },
    ],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    failed: [
      {
        title: 'a name filled in with an address',
        body: '<form><label>Nom <input autocomplete="email"></label></form>',
      },
    ],
  }),
  ...casesOf('timed-refresh', '13.1', {
    failed: [
      { title: 'a refresh with a comma', head: '<meta http-equiv="refresh" content="30,url=\'/a\'">' },
    ],
  }),
];
