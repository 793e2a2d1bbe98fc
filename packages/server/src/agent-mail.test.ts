import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { letterForm } from './agent-entries-fixture.ts';
import { deskOf, visit } from './agent-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial) => {
  const desk = deskOf(trial);
  const { text, post } = desk;
  const head = ['Numéro', 'Canal', 'Site', 'Service', 'Reçu le', 'Objet', 'Répondu le', 'Modèle'];
  const sheetOf = (rows: readonly (readonly unknown[])[]): File => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows.map((row) => [...row])]), 'Feuille');
    return new File(
      [new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)],
      'courriers.xlsx',
    );
  };

  test('a letter is entered with the next number, late when its day has passed, and answered', async () => {
    expect(await text('/courriers/nouveau')).toContain('Numéro');
    expect(await post('/courriers', letterForm)).toContain('fait=courrier-saisi');
    expect(await post('/courriers', letterForm)).toContain('déjà pris');
    expect(await (await visit(trial, '/courriers/nouveau', desk.signed())).text()).toContain(
      'value="2026-00002"',
    );
    expect(await text('/courriers')).toMatch(/en retard de \d+ jours ouvrés/);
    expect(await post('/courriers/2026-00001/reponse', { repondu: '2026-10-04', modele: '' })).toContain(
      'avant la réception',
    );
    expect(
      await post('/courriers/2026-00001/reponse', { repondu: '2026-10-08', modele: 'Horaires v2' }),
    ).toContain('fait=courrier-repondu');
    expect(await text('/courriers?etat=tous')).toContain('répondu dans le délai');
  });

  test('a spreadsheet is taken in whole or not at all, and twice does not double it', async () => {
    const good = [
      '2026-00010',
      'courriel',
      'Préfecture d’Exemple',
      'Bureau des titres',
      '05/10/2026',
      'Horaires',
      '',
      '',
    ];
    const wrong = ['2026-00011', 'pigeon', 'Ailleurs', 'Bureau des titres', '31/02/2026', '', '', ''];
    const faults = await post('/courriers/import', { fichier: sheetOf([good, wrong]) });
    for (const part of ['Ligne 3, cellule B3 (Canal)', 'C3 (Site)', 'E3 (Reçu le)', 'F3 (Objet)'])
      expect(faults).toContain(part);
    expect(await text('/courriers?etat=tous')).toContain('Aucun courrier');
    expect(await post('/courriers/import', { fichier: sheetOf([good]) })).toContain(
      'fait=courriers-importes&nombre=1',
    );
    expect(await post('/courriers/import', { fichier: sheetOf([good]) })).toContain('nombre=0');
    const answered = good.with(6, '08/10/2026');
    expect(await post('/courriers/import', { fichier: sheetOf([answered]) })).toContain('nombre=1');
    expect(await post('/courriers/import', { fichier: sheetOf([good.with(4, '06/10/2026')]) })).toContain(
      'déjà celui d’un autre courrier',
    );
    expect(await text('/courriers/2026-00010')).toContain('8 octobre 2026');
  });
});
