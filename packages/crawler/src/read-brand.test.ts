import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const header = (html: string): unknown => read(`<body><header>${html}</header></body>`).brand.header;
const footer = (html: string): unknown => read(`<body><footer>${html}</footer></body>`).brand.footer;

test('the logo of the design system is the mark, its line break a space', () => {
  expect(header('<p class="fr-logo">Préfète<br>de la Haute-Brume</p>')).toMatchObject({
    ...{ text: 'Préfète de la Haute-Brume', zone: 'header' },
  });
  expect(footer('<p class="rf-logo">République française</p>')).toMatchObject({
    ...{ text: 'République française', zone: 'footer' },
  });
});

test('an image that names the State is one too, any other is not', () => {
  expect(header('<a href="/"><img src="l.png" alt="Préfet de l’Exemple"></a>')).toMatchObject({
    text: 'Préfet de l’Exemple',
  });
  expect(header('<a href="/"><img src="l.png" alt="Accueil"></a>')).toBeNull();
  expect(header('<a href="/"><img src="l.png" alt="Préfabriqué"></a>')).toBeNull();
});

test('the holder of the mark counts when it names the State', () => {
  expect(header('<div class="fr-header__brand">Le préfet de l’Exemple</div>')).toMatchObject({
    text: 'Le préfet de l’Exemple',
  });
  expect(header('<div class="fr-header__brand">Portail</div>')).toBeNull();
});

test('a page that marks neither header nor footer leaves both untold', () => {
  expect(read('<body><div>Préfet de l’Exemple</div></body>').brand).toEqual({
    ...{ header: 'unmarked', footer: 'unmarked' },
  });
});
