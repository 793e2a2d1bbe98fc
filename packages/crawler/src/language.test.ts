import { expect, test } from 'vitest';
import { detectLanguage, isCertain } from './language.ts';

const SENTENCES: readonly (readonly [string, string])[] = [
  [
    'fr',
    'Les demandes de titre de séjour se font en ligne, et la préfecture vous répond dans les deux mois.',
  ],
  ['fr', 'Prenez rendez-vous avec la préfecture pour le renouvellement de votre carte.'],
  ['en', 'You can renew your residence permit online, and the prefecture will answer within two months.'],
  ['en', 'The office is closed on Monday and it will open again at the end of the week.'],
  ['es', 'Las solicitudes de permiso de residencia se hacen en línea y la prefectura responde en dos meses.'],
  ['de', 'Der Antrag auf eine Aufenthaltserlaubnis wird online gestellt und ist in zwei Monaten bearbeitet.'],
  ['it', 'Le domande di permesso di soggiorno si fanno in linea e la prefettura risponde entro due mesi.'],
  [
    'pt',
    'Os pedidos de autorização de residência são feitos em linha e a prefeitura responde em dois meses.',
  ],
  [
    'nl',
    'De aanvraag van een verblijfsvergunning wordt online gedaan en de prefectuur antwoordt binnen twee maanden.',
  ],
  ['ar', 'يمكنك تجديد تصريح الإقامة عبر الإنترنت'],
  ['ru', 'Вы можете продлить вид на жительство через интернет'],
  ['zh', '您可以在网上续签居留许可，省政府将在两个月内答复。'],
];

test.each(SENTENCES)('a sentence in %s is told with certainty: %s', (language, text) => {
  const detected = detectLanguage(text);
  expect(detected?.language).toBe(language);
  expect(detected && isCertain(detected)).toBe(true);
});

test.each([
  'Préfecture des Bouches-du-Rhône',
  'Marseille, Aix-en-Provence, Arles, Istres',
  'Service Public',
  'Jean-Pierre Martin, Anne-Marie Durand, Paul Lefebvre',
  'RAA n° 13-2026-118 du 12/11/2026 (PDF, 2,3 Mo)',
  'Webinar Open Data',
  'Week Water temperature Monday 21 C Tuesday 23 C Friday 24 C',
  'contact@exemple.gouv.fr https://www.exemple.gouv.fr/Demarches/the-of-and-to-in',
])('names, references and addresses are certain in no language: %s', (text) => {
  const detected = detectLanguage(text);
  expect(detected !== null && isCertain(detected)).toBe(false);
});

test('too little text tells nothing', () => {
  expect(detectLanguage('')).toBeNull();
  expect(detectLanguage('OK')).toBeNull();
  expect(detectLanguage('12 345 678')).toBeNull();
});

test('in a longer text small words prove the language, where letters hardly do', () => {
  const told = { language: 'en', letters: 400, words: 30, smallWords: 0.2, lead: 0.15, margin: 0.05 };
  expect(isCertain(told)).toBe(true);
  for (const less of [{ words: 29 }, { smallWords: 0.19 }, { lead: 0.14 }, { margin: 0.04 }])
    expect([less, isCertain({ ...told, ...less })]).toEqual([less, false]);
  expect(isCertain({ ...told, words: 6, lead: 0, margin: 0.1 })).toBe(true);
});
