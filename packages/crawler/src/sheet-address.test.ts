import { expect, test } from 'vitest';
import { sheetAddress } from './sheet-address.ts';

test.each([
  ['https://www.service-public.gouv.fr/particuliers/vosdroits/F1342', 'F1342', false, true],
  ['https://www.service-public.fr/particuliers/vosdroits/F1342?x=1', 'F1342', false, false],
  ['http://vosdroits.service-public.fr/particuliers/F1342.xhtml', 'F1342', false, false],
  ['https://entreprendre.service-public.gouv.fr/vosdroits/F23570', 'F23570', true, true],
  ['https://www.service-public.fr/professionnels-entreprises/vosdroits/F23570', 'F23570', true, false],
  ['https://www.service-public.gouv.fr/', null, false, true],
])('%s', (address, number, isForCompanies, isCurrent) => {
  expect(sheetAddress(address)).toMatchObject({ number, isForCompanies, isCurrent });
});

test.each([
  'https://service-public.exemple.fr/F1',
  'https://www.service-publication.fr/F1',
  'service-public',
  '/F1342',
])('%s is elsewhere', (address) => {
  expect(sheetAddress(address)).toBeNull();
});
