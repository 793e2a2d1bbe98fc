import { expect, test } from 'vitest';
import type { AnnuaireRecord } from '../annuaire.ts';
import { readAnnuaireRecord } from '../annuaire.ts';
import type { Proposal } from '../proposal.ts';
import { configured, proposalOf } from '../testing.ts';
import { directoryContacts } from './directory-contacts.ts';

const SITE = {
  ...{ id: 'p', name: 'Brumeval', kind: 'prefecture', address: '1 place du Belvédère, 24100 Brumeval' },
  phones: [{ number: '05 53 00 00 10' }],
};
const record = (street: string, ...phones: readonly string[]): AnnuaireRecord => {
  const read = readAnnuaireRecord(
    {
      ...{ id: 'a', nom: 'Préfecture', date_modification: '03/08/2026 10:00:00' },
      pivot: [{ type_service_local: 'prefecture', code_insee_commune: ['24001'] }],
      adresse: [
        { type_adresse: 'Adresse', numero_voie: street, code_postal: '24100', nom_commune: 'Brumeval' },
      ],
      telephone: phones.map((valeur) => ({ valeur, description: '' })),
    },
    new Set(['24']),
  );
  if (!read) throw new TypeError('no record');
  return read;
};
const propose = (
  item: string,
  annuaire?: readonly AnnuaireRecord[],
  site: object = SITE,
): Proposal | undefined =>
  proposalOf(directoryContacts, item, [], {
    ...configured({ sites: [site] }),
    ...(annuaire === undefined ? {} : { annuaire }),
  });

test('the same address and the same numbers, however written, are proposed as sound', () => {
  const same = [record('1, pl. du Belvédère', '+33 5 53 00 00 10')];
  expect(propose('ACC-01', same)?.answer).toBe('conforme');
  expect(propose('ACC-05', same)?.answer).toBe('conforme');
});

test('another address in the same town is shown beside ours, and nobody is said to be right', () => {
  const made = propose('ACC-01', [record('9 rue du Pont', '05 53 00 00 10')]);
  expect(made?.answer).toBe('a_verifier');
  expect(made?.excerpts.map(({ about, quote }) => [about, quote])).toEqual([
    ['Préfecture, Brumeval : seulement dans qualepref.yml', expect.stringContaining('Belvédère')],
    [
      'Préfecture, Brumeval : seulement dans la fiche de l’annuaire du 03/08/2026',
      expect.stringContaining('9 rue du Pont'),
    ],
  ]);
});

test('a number that one of the two lacks is for a person to look at', () => {
  const made = propose('ACC-05', [record('1 place du Belvédère', '05 53 00 00 10', '05 53 00 00 99')]);
  expect(made?.answer).toBe('a_verifier');
  expect(JSON.stringify(made?.excerpts)).toContain('0553000099');
});

test('where one of the two says nothing, nothing is compared', () => {
  const { phones: _, ...silent } = SITE;
  expect(propose('ACC-05', [record('1 place du Belvédère', '05 53 00 00 10')], silent)).toBeUndefined();
  expect(propose('ACC-05', [record('1 place du Belvédère')])).toBeUndefined();
  expect(propose('ACC-01', [])).toBeUndefined();
  expect(propose('ACC-01')).toBeUndefined();
});
