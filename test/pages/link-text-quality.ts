import { casesOf, type Case } from './case.ts';

const TEXT = '<p>La demande se fait en ligne, et la préfecture l’examine dans les deux mois qui suivent.</p>';
const link = (text: string, rest = 'href="/demarche"'): string => `<a ${rest}>${text}</a>`;

export const linkTextQuality: readonly Case[] = [
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      { title: '« Cliquez ici » alone after a text', body: `${TEXT}<p>${link('Cliquez ici')}</p>` },
      { title: '« En savoir plus » alone, with an arrow', body: `${TEXT}<p>${link('En savoir plus →')}</p>` },
      {
        title: 'a sentence that says nothing more',
        body: `${TEXT}<p>Pour plus d’informations, ${link('cliquez ici')}.</p>`,
      },
      { title: 'the same in English', body: `${TEXT}<p>To find out more, ${link('click here')}.</p>` },
      {
        title: '« Read more » several times, to several places',
        body: `<h2>News</h2><p>${link('Read more', 'href="/a"')}</p><p>${link('Read more', 'href="/b"')}</p>`,
      },
      {
        title: 'two links of one name, in one sentence',
        body: `<p>Suivez-nous : ${link('notre compte', 'href="https://reseau.example/prefecture"')}, ${link('notre compte', 'href="https://videos.example/chaine"')}.</p>`,
      },
      {
        title: 'a name without the text shown',
        body: `<p>${link('Renouveler un passeport', 'href="/a" aria-label="Démarche en ligne"')}</p>`,
      },
      {
        title: 'a name that breaks the text shown',
        body: `<p>${link('Prendre rendez-vous', 'href="/a" aria-label="Prendre un rendez-vous"')}</p>`,
      },
      { title: 'a link that is a dot', body: `${TEXT}<p>${link('.')}</p>` },
    ],
    passed: [
      { title: 'a link that names its page', body: `<p>${link('Renouveler un passeport')}</p>` },
      {
        title: '« ici » in a sentence that tells',
        body: `<p>Pour télécharger le formulaire de demande de passeport, ${link('cliquez ici')}.</p>`,
      },
      {
        title: '« Lire la suite » in a list item that tells',
        body: `<ul><li>Inondations de mai : ${link('lire la suite')}</li></ul>`,
      },
      {
        title: '« Voir » in a row whose header tells',
        body: `<table><caption>Arrêtés</caption><tr><th scope="col">Arrêté</th><th scope="col">Texte</th></tr><tr><th scope="row">Chasse</th><td>${link('Voir')}</td></tr></table>`,
      },
      {
        title: 'a name that says more than « En savoir plus »',
        body: `${TEXT}<p>${link('En savoir plus', 'href="/a" aria-label="En savoir plus sur le passeport"')}</p>`,
      },
      {
        title: 'two links of one name to one page',
        body: `<p>${link('Contact', 'href="/contact"')} ou ${link('contact', 'href="/contact/"')}</p>`,
      },
      {
        title: 'a name that takes up the text and completes it',
        body: `<p>${link('Passeport', 'href="/a" aria-label="Passeport : renouveler"')}</p>`,
      },
      {
        title: 'a cross whose name is what it does',
        body: `<p>${link('×', 'href="/a" aria-label="Fermer"')}</p>`,
      },
      {
        title: 'an address of mail',
        body: `<p>${link('contact@exemple.gouv.fr', 'href="mailto:contact@exemple.gouv.fr"')}</p>`,
      },
      {
        title: 'a number of page',
        body: `<nav aria-label="Pagination"><ul><li>${link('2')}</li></ul></nav>`,
      },
      {
        title: 'a card whose title is above',
        body: `<div class="carte card"><h3>Plan canicule</h3><p>Les bons gestes par forte chaleur.</p><p>${link('Lire la suite')}</p></div>`,
      },
    ],
    doubt: [
      {
        title: 'the name of a file',
        body: `<h2>Communiqués</h2><ul><li>${link('CP_2026_11.pdf')}</li></ul>`,
      },
      {
        title: '« En savoir plus » right under a heading',
        body: `<h2>Plan canicule</h2><p>${link('En savoir plus')}</p>`,
      },
      {
        title: 'a tooltip that drops the text',
        body: `<p>${link('Passeport', 'href="/a" title="Nouvelle fenêtre"')}</p>`,
      },
      {
        title: 'a whole address',
        body: `<p>${link('https://www.exemple.gouv.fr/Demarches/Papiers/Passeport/Renouveler')}</p>`,
      },
      {
        title: 'two links of one name to addresses that look alike',
        body: `<p>${link('Contact', 'href="/contact"')} ou ${link('Contact', 'href="/contact2"')}</p>`,
      },
    ],
  }),
  ...casesOf('button-label', '11.9', {
    failed: [
      {
        title: 'a button whose name is not what it shows',
        body: '<button type="button" aria-label="Valider">Envoyer ma demande</button>',
      },
      { title: 'the same of a role', body: '<div role="button" tabindex="0" aria-label="OK">Envoyer</div>' },
      { title: 'a bullet', body: '<p>Cérémonie du 8 mai</p><button type="button">•</button>' },
    ],
    passed: [
      {
        title: 'a name that holds what is shown',
        body: '<button type="button" aria-label="Envoyer ma demande de passeport">Envoyer ma demande</button>',
      },
      { title: 'an icon', body: '<button type="button" aria-label="Fermer">X</button>' },
    ],
  }),
];
