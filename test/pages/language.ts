import { casesOf, type Case } from './case.ts';

const FRENCH =
  'Les demandes de titre de séjour se font en ligne, et la préfecture vous répond dans les deux mois qui suivent.';
const ENGLISH =
  'You can renew your residence permit online, and the prefecture will answer within two months. If you have lost your permit, you must tell the police first.';
const SHORT = 'You must book an appointment before you come to the office.';

const whole = (lang: string, title: string, text: string): string =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

export const pageLanguage: readonly Case[] = casesOf('page-language', '8.4', {
  failed: [
    { title: 'an English page that says French', html: whole('fr', 'Residence permit', ENGLISH) },
    { title: 'a French page that says English', html: whole('en-US', 'Titre de séjour', FRENCH) },
    { title: 'a short English page that says French', html: whole('fr', 'Booking', SHORT) },
    { title: 'a code that is no language', html: whole('francais', 'Titre de séjour', FRENCH) },
  ],
  passed: [
    { title: 'a French page', html: whole('fr', 'Titre de séjour', FRENCH) },
    { title: 'an English page', html: whole('en-GB', 'Residence permit', ENGLISH) },
    {
      title: 'a page of names',
      html: whole('fr', 'Élus', 'Jean-Pierre Martin, Anne-Marie Durand, Paul Lefebvre, Sophie Moreau'),
    },
    {
      title: 'a French page with a long English part, marked',
      html: whole('fr', 'Titre de séjour', `${FRENCH}</p><p lang="en">${ENGLISH}`),
    },
    {
      title: 'a French page of figures',
      html: whole('fr', 'Tarifs', '225 € 75 € 50 € 12/11/2026 n° 13-2026-118'),
    },
    {
      title: 'an Occitan page',
      html: whole(
        'oc',
        'Lenga',
        'Aquela pagina es escricha en lenga occitana per mostrar que la lenga es pas desconeguda.',
      ),
    },
  ],
});

export const languageChange: readonly Case[] = [
  ...casesOf('language-change', '8.7', {
    failed: [
      { title: 'a paragraph in English', body: `<p>${FRENCH}</p><p>${ENGLISH}</p>` },
      { title: 'a short block in English', body: `<p>${FRENCH} ${FRENCH}</p><p>${SHORT}</p>` },
      {
        title: 'a paragraph in Arabic',
        body: `<p>${FRENCH} ${FRENCH}</p><p dir="rtl">يمكنك تجديد تصريح الإقامة عبر الإنترنت في موقع المحافظة والحصول على الجواب خلال شهرين</p>`,
      },
    ],
    passed: [
      { title: 'a paragraph in English, marked', body: `<p>${FRENCH}</p><p lang="en">${ENGLISH}</p>` },
      {
        title: 'English names in a sentence',
        body: `<p>${FRENCH} Le portail « Welcome to France » et le programme Erasmus les présentent.</p>`,
      },
      {
        title: 'an address abroad',
        body: `<p>${FRENCH}</p><address>French Consulate General, 10 East 74th Street, New York, NY 10021, United States of America</address>`,
      },
      {
        title: 'a list of foreign towns',
        body: `<p>${FRENCH}</p><ul><li>New York</li><li>Los Angeles</li><li>Buenos Aires</li><li>Rio de Janeiro</li></ul>`,
      },
    ],
  }),
  ...casesOf('language-change', '8.8', {
    failed: [
      {
        title: 'a paragraph in English that says Spanish',
        body: `<p>${FRENCH}</p><p lang="es">${ENGLISH}</p>`,
      },
      {
        title: 'a paragraph in French that says English',
        body: `<p>${FRENCH}</p><p lang="en">${FRENCH}</p>`,
      },
    ],
    passed: [
      {
        title: 'a paragraph in English, of Great Britain',
        body: `<p>${FRENCH}</p><p lang="en-GB">${ENGLISH}</p>`,
      },
    ],
  }),
];
