import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { complaintForm, enterComplaint } from './agent-entries-fixture.ts';
import { deskOf, signedIn, visit } from './agent-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial) => {
  const desk = deskOf(trial);
  const { text, post } = desk;

  test('a complaint told on the phone is entered, due in ten working days, answered and closed', async () => {
    const reference = await enterComplaint(desk);
    const shown = await text(`/reclamations/${reference}`);
    for (const part of ['le 8 décembre 2026', 'Awa Exemple', 'awa@exemple.fr', 'Mission qualité'])
      expect(shown).toContain(part);
    expect(
      await post(`/reclamations/${reference}/reponse`, { reponse: 'Nous avons ouvert un guichet.' }),
    ).toContain('fait=reponse-envoyee');
    const answered = await text(`/reclamations/${reference}`);
    expect(answered).toContain('répondue dans le délai');
    expect(answered).toContain('Nous avons ouvert un guichet.');
    expect(await post(`/reclamations/${reference}/cloture`, { motif: '' })).toContain('fait=fiche-close');
    expect(await text('/reclamations')).toContain('Aucune fiche à traiter');
    expect(await text('/reclamations?etat=toutes')).toContain(reference);
    const sent = await trial.world.store.db.selectFrom('journal').select(['action', 'details']).execute();
    expect(sent.map(({ action }) => action)).toEqual([
      'feedback-entered',
      'feedback-changed',
      'feedback-changed',
    ]);
    expect(JSON.stringify(sent)).not.toContain('Awa');
  });

  test('what is late comes first and says by how much', async () => {
    const late = await enterComplaint(desk, { jour: '2026-11-02' });
    const recent = await enterComplaint(desk);
    const shown = await text('/reclamations');
    expect(shown.indexOf(late)).toBeLessThan(shown.indexOf(recent));
    expect(shown).toContain('en retard de 6 jours ouvrés');
    expect(shown).toContain('1 réponse est en retard.');
  });

  test('what nobody signed can’t be answered, what somebody awaits is not closed without a reason', async () => {
    const anonymous = await enterComplaint(desk, { nom: '', courriel: '' });
    expect(await text(`/reclamations/${anonymous}`)).not.toContain('Répondre à une');
    expect(
      load(await (await visit(trial, `/reclamations/${anonymous}`, desk.signed())).text())(
        'textarea#reponse',
      ),
    ).toHaveLength(0);
    expect(await post(`/reclamations/${anonymous}/cloture`, { motif: '' })).toContain('fait=fiche-close');
    const awaited = await enterComplaint(desk);
    expect(await post(`/reclamations/${awaited}/cloture`, { motif: '' })).toContain('dire pourquoi');
    expect(await post(`/reclamations/${awaited}/cloture`, { motif: 'Doublon.' })).toContain(
      'fait=fiche-close',
    );
  });

  test('a complaint is given to another service, which alone then sees it', async () => {
    const reference = await enterComplaint(desk);
    const titres = await signedIn(trial, { role: 'referent', service: 'titres' });
    expect((await visit(trial, `/reclamations/${reference}`, titres)).status).toBe(404);
    await post(`/reclamations/${reference}/service`, { service: 'titres' });
    expect((await visit(trial, `/reclamations/${reference}`, titres)).status).toBe(200);
    const qualite = await signedIn(trial, { role: 'referent', service: 'qualite' });
    expect((await visit(trial, `/reclamations/${reference}`, qualite)).status).toBe(404);
  });

  test('a complaint that is a request changes its kind with a reason, and a day to come is refused', async () => {
    const reference = await enterComplaint(desk);
    expect(await post(`/reclamations/${reference}/sorte`, { sorte: 'request', pourquoi: '' })).toContain(
      'Dire pourquoi',
    );
    await post(`/reclamations/${reference}/sorte`, { sorte: 'request', pourquoi: 'Demande d’horaires.' });
    expect(await text(`/reclamations/${reference}`)).toContain(`Demande ${reference}`);
    expect(await post('/reclamations', { ...complaintForm, jour: '2026-11-26' })).toContain(
      'pas encore venu',
    );
    expect(
      await post('/reclamations', { ...complaintForm, texte: 'Mon numéro : 1 84 12 76 451 089 46' }),
    ).toContain('sécurité sociale');
  });
});
