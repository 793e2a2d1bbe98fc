import type { Defect } from '@qualepref/core';
import { expect, test } from 'vitest';
import { pictureKey, type Picture } from '../evidence.ts';
import { report } from './fixture.ts';
import { proof } from './html-proof.ts';

const made = report();
const defect = (outcome: Defect['outcome']): Defect => {
  const found = made.defects.find((one) => one.outcome === outcome);
  if (!found) throw new Error(`the fixture has no ${outcome}`);
  return found;
};
const asked: string[] = [];
const PICTURE: Picture = {
  ...{ key: '', url: 'https://www.exemple.gouv.fr/"><script>', width: 200, height: 80 },
  bytes: new Uint8Array([1, 2, 3]),
};
const pictureOf = (key: string): Picture => {
  asked.push(key);
  return PICTURE;
};

test('a proven defect shows its picture under a click, and says where it was taken', () => {
  const shown = String(proof(defect('failed'), { ...made, pictureOf }));
  expect(shown).toContain('<img src="data:image/webp;base64,AQID" width="200" height="80"');
  expect(shown).not.toContain('<script>');
  expect(asked).toEqual([pictureKey(defect('failed'))]);
});

test('a doubt, or a fault that no browser saw, shows none', () => {
  expect(proof(defect('cantTell'), { ...made, pictureOf })).toBe(false);
  expect(proof(defect('failed'), { ...made, pictureOf: () => undefined })).toBe(false);
  expect(proof(defect('failed'), made)).toBe(false);
});
