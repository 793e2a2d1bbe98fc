import { expect, test } from 'vitest';
import { deskOf } from './agent-fixture.ts';
import { openNow, ruleOf } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial) => {
  const { text, post, signIn } = deskOf(trial);

  test('an agent books for somebody on the phone, notes who came, and cancels', async () => {
    await openNow(trial.world, ruleOf({ agentShare: 1 }));
    const booking = {
      site: 'valmont',
      demarche: 'titre-de-sejour',
      debut: '2026-11-27T09:00+01:00',
      nom: 'Li Exemple',
      courriel: '',
      telephone: '01 99 00 12 99',
    };
    expect(await text('/rendez-vous/nouveau?site=valmont&du=2026-11-27')).toContain('9 h 00 (2 places)');
    expect(await post('/rendez-vous', { ...booking, nom: '' })).toContain('Le nom manque');
    expect(await post('/rendez-vous', { ...booking, telephone: 'beaucoup' })).toContain(
      'Ce numéro ne convient pas',
    );
    expect(await post('/rendez-vous', booking)).toContain('fait=rendez-vous-pris');
    expect(await post('/rendez-vous', { ...booking, debut: '2026-11-27T09:10+01:00' })).toContain('complet');
    expect(await text('/rendez-vous?site=valmont&jour=2026-11-27')).toContain('Li Exemple');
    const { id } = await trial.world.store.db
      .selectFrom('appointment')
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await post(`/rendez-vous/${id}/presence`, { presence: 'attended' })).toContain('pas encore venu');
    trial.clock.set('2026-11-27T07:30:00Z');
    await signIn();
    await post(`/rendez-vous/${id}/presence`, { presence: 'attended' });
    expect(await text(`/rendez-vous/${id}`)).toContain('présent');
    await post(`/rendez-vous/${id}/presence`, { presence: 'attended' });
    expect(await text(`/rendez-vous/${id}`)).toContain('État pris');
    expect(await post(`/rendez-vous/${id}/annulation`, {})).toContain('fait=rendez-vous-annule');
    expect(await text('/rendez-vous?site=valmont&jour=2026-11-27')).toContain('Aucun rendez-vous');
  });
});
