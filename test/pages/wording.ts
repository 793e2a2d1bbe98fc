import { casesOf, type Case } from './case.ts';

const DRAWING =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='60'%3E%3Crect width='80' height='60' fill='teal'/%3E%3C/svg%3E";

export const wording: readonly Case[] = [
  ...casesOf('sensory-words', '10.9', {
    failed: [
      { title: 'a button by its place', body: '<p>Pour continuer, cliquez sur le bouton de droite.</p>' },
      { title: 'a button by its shape', body: '<p>To continue, click the round button.</p>' },
    ],
    passed: [
      {
        title: 'a button by its name and its place',
        body: '<p>Cliquez sur le bouton « Envoyer », à droite.</p>',
      },
      {
        title: 'the right, which is the law',
        body: '<p>Vous avez droit à un rendez-vous, et le droit de le refuser.</p>',
      },
    ],
    doubt: [
      {
        title: 'the window of a program that a manual describes',
        body: '<p>Pour changer de compte, utilisez le menu à gauche de la fenêtre.</p>',
      },
      { title: 'a map beside', body: '<p>Voir la carte ci-contre.</p>' },
    ],
  }),
  ...casesOf('sensory-words', '3.1', {
    failed: [
      {
        title: 'a button by its colour',
        body: '<p>Cliquez sur le bouton vert pour envoyer votre demande.</p>',
      },
    ],
    passed: [
      {
        title: 'a button by its name and its colour',
        body: '<p>Cliquez sur le bouton vert « Envoyer ».</p>',
      },
    ],
  }),
  ...casesOf('cryptic-content', '13.5', {
    failed: [
      { title: 'a cat made of signs', body: '<pre>\n /\\_/\\\n( o.o )\n &gt; ^ &lt;\n~~~~~~~~~~~~~\n</pre>' },
    ],
    passed: [{ title: 'code', body: '<pre>const a = 1;\nconst b = 2;\nreturn a + b;</pre>' }],
    doubt: [{ title: 'a smile', body: '<p>Bonne journée :-)</p>' }],
  }),
  ...casesOf('quote-markup', '9.4', {
    passed: [
      {
        title: 'a quotation marked as one',
        body: `<blockquote><p>« ${'La loi est la même pour tous. '.repeat(8)}»</p></blockquote>`,
      },
    ],
    doubt: [
      {
        title: 'a paragraph between quotation marks',
        body: `<p>« ${'La loi est la même pour tous. '.repeat(8)}»</p>`,
      },
    ],
  }),
  ...casesOf('text-direction', '8.10', {
    failed: [
      { title: 'Arabic without its direction', body: '<p lang="ar">مرحبا بكم في المحافظة</p>' },
      { title: 'French from right to left', body: '<p dir="rtl">Bienvenue à la préfecture</p>' },
      { title: 'a direction that does not exist', body: '<p dir="right">Bienvenue à la préfecture</p>' },
    ],
    passed: [
      { title: 'Arabic with its direction', body: '<p lang="ar" dir="rtl">مرحبا بكم في المحافظة</p>' },
      {
        title: 'French in a passage of Arabic',
        body: '<div lang="ar" dir="rtl"><p>مرحبا بكم في المحافظة</p><p dir="ltr" lang="fr">Bienvenue à la préfecture</p></div>',
      },
    ],
  }),
  ...casesOf('figure-caption', '1.9', {
    failed: [
      {
        title: 'a figure without a role',
        body: `<figure><img src="${DRAWING}" alt="Façade de pierre"><figcaption>La façade en 2026</figcaption></figure>`,
      },
    ],
    passed: [
      {
        title: 'a figure with its role and its name',
        body: `<figure role="figure" aria-label="La façade en 2026"><img src="${DRAWING}" alt="Façade de pierre"><figcaption>La façade en 2026</figcaption></figure>`,
      },
      {
        title: 'a figure without a caption',
        body: `<figure><img src="${DRAWING}" alt="Façade de pierre"></figure>`,
      },
    ],
    doubt: [
      {
        title: 'a caption that is a paragraph',
        body: `<div><img src="${DRAWING}" alt="Façade de pierre"><p class="caption">La façade en 2026</p></div>`,
      },
    ],
  }),
];
