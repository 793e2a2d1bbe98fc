import { expect, test } from 'vitest';
import { documentDetail, extensionOf, isPicture } from './document-detail.ts';

const bytes = (detail: string): number | undefined => documentDetail(detail).size?.bytes;

test('the detail of a download tells its format, size and date', () => {
  expect(documentDetail('Télécharger l’arrêté PDF - 0,81 Mb - 13/08/2026')).toEqual({
    format: 'pdf',
    size: { text: '0,81 Mb', bytes: 810_000, precision: 10_000 },
    hasDate: true,
  });
});

test('a detail that tells nothing has nothing', () => {
  expect(documentDetail('Télécharger l’arrêté')).toEqual({ format: null, size: null, hasDate: false });
});

test('a format is a whole word, or the extension of a file name', () => {
  expect(documentDetail('recueil.docx').format).toBe('docx');
  expect(documentDetail('Tableau Excel').format).toBe('excel');
  expect(documentDetail('Les pdfs').format).toBeNull();
});

test('sizes are read in octets, kilo, mega and giga, French or English', () => {
  expect(bytes('812 Ko')).toBe(812_000);
  expect(bytes('1 024 ko')).toBe(1_024_000);
  expect(bytes('1,2 Mo')).toBe(1_200_000);
  expect(bytes('31.79 Mb')).toBe(31_790_000);
  expect(bytes('2Go')).toBe(2_000_000_000);
  expect(bytes('900 octets')).toBe(900);
  expect(bytes('3 Mio')).toBe(3_000_000);
});

test('a number before another word is no size', () => {
  expect(bytes('Arrêté n° 12 modifié')).toBeUndefined();
  expect(bytes('Recueil 2026')).toBeUndefined();
});

test('a date just before the size is no part of it', () => {
  expect(bytes('13/08/2026 0,81 Mb')).toBe(810_000);
});

test('dates are read in figures or with the name of the month', () => {
  for (const date of [
    '13/08/2026',
    '13-08-2026',
    '13.08.2026',
    '2026-08-13',
    '13 août 2026',
    '1er février 2026',
  ])
    expect([date, documentDetail(date).hasDate]).toEqual([date, true]);
  for (const date of ['13/08', '2026', 'août'])
    expect([date, documentDetail(date).hasDate]).toEqual([date, false]);
});

test('the extension is that of the path, not of the query', () => {
  const of = (href: string): string | null => extensionOf({ url: null, href });
  expect(of('https://www.exemple.gouv.fr/a/Arrete.PDF?v=1.zip')).toBe('pdf');
  expect(of('https://www.exemple.gouv.fr/contenu/telechargement/1/2/file')).toBeNull();
});

test('a linked picture is told apart from a document', () => {
  expect(isPicture({ url: null, href: '/plan.JPG' })).toBe(true);
  expect(isPicture({ url: null, href: '/plan.pdf' })).toBe(false);
});
