import { expect, test } from 'vitest';
import { strangeFile } from './strange-file.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const wide = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');
const OLD_OFFICE = '\xD0\xCF\x11\xE0';
const ZIP = 'PK\x03\x04\0\0';

test.each([
  ['an empty file', '', /Il est vide/],
  ['a PDF', '%PDF-1.7 …', /C’est un PDF/],
  ['an old Word document', `${OLD_OFFICE}\0${wide('WordDocument')}`, /document de texte/],
  ['a Word document', `${ZIP}word/document.xml`, /document de texte/],
  ['a Writer document', `${ZIP}mimetypeapplication/vnd.oasis.opendocument.textPK`, /document de texte/],
  ['an XLSX under a password', `${OLD_OFFICE}\0${wide('EncryptedPackage')}`, /mot de passe/],
  ['an ODS under a password', `${ZIP}encrypted-package`, /mot de passe/],
  ['a CSV', 'point;verdict\nACC-01;conforme', /fichier texte/],
  ['a page of the web', '\xEF\xBB\xBF<!DOCTYPE html><title>Connexion', /page web/],
])('%s is named, with what to do', (_, content, expected) => {
  expect(strangeFile(bytes(content))).toMatch(expected);
});

test.each([
  ['an XLSX', `${ZIP}xl/workbook.xml`],
  ['an ODS', `${ZIP}mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK`],
  ['a spreadsheet in flat XML', '<?xml version="1.0"?><office:document>'],
  ['an old spreadsheet', `${OLD_OFFICE}\0${wide('Workbook')}`],
  ['what nobody knows', '\0\x01\x02'],
])('%s is left to who reads spreadsheets', (_, content) => {
  expect(strangeFile(bytes(content))).toBeNull();
});
