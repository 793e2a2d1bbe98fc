import { casesOf, type Case } from './case.ts';

/** A drawing that is always there. */
const DRAWING =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='60'%3E%3Crect width='80' height='60' fill='teal'/%3E%3C/svg%3E";
const files = { 'accueil-2.svg': decodeURIComponent(DRAWING.replace('data:image/svg+xml,', '')) };
const image = (alt: string, rest = ''): string => `<p><img src="${DRAWING}" alt="${alt}" ${rest}></p>`;

export const altQuality: readonly Case[] = [
  ...casesOf('alt-quality', '1.3', {
    failed: [
      { title: 'the name of the file', body: '<p><img src="accueil-2.svg" alt="accueil-2.svg"></p>', files },
      {
        title: 'that name without its extension',
        body: '<p><img src="accueil-2.svg" alt="accueil-2"></p>',
        files,
      },
      { title: 'the name of another file', body: image('DSC_0042.JPG') },
      { title: 'the number of a camera', body: image('IMG_20260412') },
      { title: 'the day and the hour that a telephone wrote', body: image('IMG_20260412_141203') },
      { title: 'the rank of a slide', body: image('slide2') },
      { title: 'the name that a maker gave to a file', body: image('webinaire_visuel') },
      { title: '« image »', body: image('Image') },
      { title: '« logo », of whom nobody knows', body: image('logo') },
      { title: '« a picture », in English', body: image('A picture') },
      { title: 'a dot', body: image('.') },
      { title: 'an address', body: image('https://www.exemple.gouv.fr/images/guichet') },
      { title: 'a code', body: image('a8f3d90b2c7e41') },
      { title: 'a text of waiting', body: image('Lorem ipsum dolor sit amet') },
      {
        title: 'a label that says nothing',
        body: `<p><img src="${DRAWING}" alt="" role="img" aria-label="icône"></p>`,
      },
      { title: 'a whole paragraph', body: image('Le guichet de la préfecture est ouvert. '.repeat(8)) },
    ],
    passed: [
      { title: 'what the image shows', body: image('Façade de la préfecture, place du Belvédère') },
      { title: 'a short name that is that of the thing', body: image('Marianne') },
      { title: 'the logo of somebody', body: image('Logo de la région') },
      { title: 'a figure', body: image('42 %') },
      { title: 'a decoration', body: image('') },
      { title: 'a word with digits', body: image('Formulaire cerfa 12100*02') },
    ],
    doubt: [
      {
        title: 'a file name in a list of files',
        body: `<h2>Fichiers déposés</h2>${image('facture-2.png')}`,
      },
      {
        title: 'a long sentence',
        body: image(
          'Le guichet de la préfecture est ouvert du lundi au vendredi, de neuf heures à midi, sauf les jours fériés, et le samedi matin sur rendez-vous pris en ligne.',
        ),
      },
      {
        title: 'a tooltip that says something else',
        body: image('Façade de la préfecture', 'title="Cliquer pour agrandir"'),
      },
    ],
  }),
  ...casesOf('decorative-image-conflict', '1.2', {
    failed: [
      { title: 'an empty alternative and a label', body: image('', 'aria-label="Façade"') },
      { title: 'an empty alternative and a tooltip', body: image('', 'title="Façade"') },
      {
        title: 'a role of presentation and a label',
        body: image('Façade', 'role="presentation" aria-label="Façade"'),
      },
      { title: 'an empty alternative that the keyboard reaches', body: image('', 'tabindex="0"') },
    ],
    passed: [
      { title: 'an empty alternative', body: image('') },
      { title: 'an empty alternative and an empty tooltip', body: image('', 'title=""') },
      { title: 'a label that nobody is told', body: image('', 'aria-label="Façade" aria-hidden="true"') },
    ],
    doubt: [
      {
        title: 'an empty alternative with a caption',
        body: `<figure role="figure" aria-label="La façade en 2026"><img src="${DRAWING}" alt=""><figcaption>La façade en 2026</figcaption></figure>`,
      },
    ],
  }),
  ...casesOf('image-alt-inventory', '1.1', {
    failed: [
      {
        title: 'a drawing with a title and no role',
        body: '<p><svg width="40" height="40"><title>Horaires</title><rect width="40" height="40"/></svg></p>',
      },
      {
        title: 'a drawing with a label and no role',
        body: '<p><svg width="40" height="40" aria-label="Horaires"><rect width="40" height="40"/></svg></p>',
      },
    ],
    passed: [
      {
        title: 'a drawing with its role',
        body: '<p><svg role="img" aria-label="Horaires" width="40" height="40"><rect width="40" height="40"/></svg></p>',
      },
      {
        title: 'a drawing that is hidden',
        body: '<p><svg aria-hidden="true" width="40" height="40"><title>Horaires</title><rect width="40" height="40"/></svg></p>',
      },
    ],
    doubt: [
      {
        title: 'a drawing without a name',
        body: '<p><svg width="40" height="40"><rect width="40" height="40"/></svg></p>',
      },
    ],
  }),
  ...casesOf('complex-image-inventory', '1.6', {
    failed: [
      {
        title: 'a description that is nowhere',
        body: image('Délais par service', 'aria-describedby="detail"'),
      },
    ],
    passed: [
      {
        title: 'a description',
        body: `${image('Délais par service', 'aria-describedby="detail"')}<p id="detail">Passeports : 12 jours. Titres : 30 jours.</p>`,
      },
    ],
    doubt: [{ title: 'a chart', body: image('Graphique des délais de 2026') }],
  }),
  ...casesOf('captcha-inventory', '1.5', {
    doubt: [{ title: 'letters to copy', body: image('Code à recopier', 'id="captcha-image"') }],
    inapplicable: [{ title: 'another picture', body: image('Façade') }],
  }),
  ...casesOf('text-image-inventory', '1.8', {
    doubt: [
      {
        title: 'a banner',
        body: '<p><img src="banniere-ete.svg" alt="Plan canicule"></p>',
        files: { 'banniere-ete.svg': files['accueil-2.svg'] },
      },
    ],
    inapplicable: [{ title: 'a photograph', body: image('Façade') }],
  }),
];
