import { expect, test } from 'vitest';
import { deskOf } from './agent-fixture.ts';
import { NINE, openNow, ruleOf, TEN } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';
import { letterFor } from './letters.ts';
import { book, waiting } from './work-fixture.ts';

onEachEngine((trial) => {
  const { text, post, signed, signIn } = deskOf(trial, { role: 'agent' });
  const taken = () =>
    trial.world.store.db
      .selectFrom('slot')
      .select(['start', 'taken', 'coming_back'])
      .where('start', 'in', [NINE, TEN])
      .orderBy('start')
      .execute();
  const move = (id: string, debut: string) => post(`/rendez-vous/${id}/deplacement`, { debut, du: '' });

  test('an agent moves an appointment to a place kept for agents, and the person is written to', async () => {
    await openNow(trial.world, ruleOf({ agentShare: 1 }));
    const { id, reference } = await book(trial.world, { start: NINE, email: 'awa@exemple.fr' });
    const before = await text(`/rendez-vous/${id}/deplacement?du=2026-11-27`);
    expect(before).toContain('vendredi 27 novembre 2026 9 h 30 (2 places) 10 h 00 (2 places)');
    expect(await move(id, TEN)).toContain(`/rendez-vous/${id}?fait=rendez-vous-deplace`);
    expect(await text(`/rendez-vous/${id}`)).toContain('vendredi 27 novembre 2026 à 10 h 00');
    expect(await taken()).toEqual([
      { start: NINE, taken: 0, coming_back: 1 },
      { start: TEN, taken: 1, coming_back: 0 },
    ]);
    const job = (await waiting(trial.world, 'mail')).find(({ kind }) => kind === 'appointment-moved');
    const letter = job && (await letterFor(trial.world, job));
    expect(letter?.to).toBe('awa@exemple.fr');
    expect(letter?.text.replaceAll('\u00a0', ' ')).toContain('vendredi 27 novembre 2026 à 10 h 00');
    const journal = await trial.world.store.db.selectFrom('journal').selectAll().execute();
    expect(journal).toMatchObject([
      { action: 'appointment-moved', object: `appointment ${reference}`, account: signed().agent.id },
    ]);
    expect(JSON.stringify(journal)).not.toMatch(/awa/i);
  });

  test('who left no e-mail is to be told, and attendance noted before is taken back', async () => {
    await openNow(trial.world, ruleOf());
    await post('/rendez-vous', {
      ...{ site: 'valmont', demarche: 'titre-de-sejour', debut: NINE },
      ...{ nom: 'Li Exemple', courriel: '', telephone: '01 99 00 12 99' },
    });
    const { db } = trial.world.store;
    const { id } = await db.selectFrom('appointment').select('id').executeTakeFirstOrThrow();
    trial.clock.set('2026-11-27T07:30:00Z');
    await signIn();
    await post(`/rendez-vous/${id}/presence`, { presence: 'attended' });
    expect(await move(id, TEN)).toContain('fait=rendez-vous-deplace-a-dire');
    expect(await text(`/rendez-vous/${id}`)).toContain('État pris');
    expect(await waiting(trial.world, 'mail')).toEqual([]);
  });

  test('a full place, the same place and no place leave the appointment where it is', async () => {
    await openNow(trial.world, ruleOf({ capacity: 1 }));
    const { id } = await book(trial.world, { start: NINE, email: 'awa@exemple.fr' });
    await book(trial.world, { start: TEN, email: 'li@exemple.fr' });
    const before = await taken();
    expect(await move(id, TEN)).toContain('complet');
    expect(await move(id, NINE)).toContain('Il est déjà le 27 novembre 2026');
    expect(await move(id, '')).toContain('Choisir un créneau');
    expect(await move(id, '2026-11-27T09:10+01:00')).toContain('complet');
    expect(await taken()).toEqual(before);
  });

  test('an appointment that has begun or was cancelled is not moved any more', async () => {
    await openNow(trial.world, ruleOf());
    const { id } = await book(trial.world, { start: NINE, email: 'awa@exemple.fr' });
    trial.clock.set('2026-11-27T08:00:00Z');
    await signIn();
    expect(await text(`/rendez-vous/${id}`)).not.toContain('Déplacer');
    expect(await text(`/rendez-vous/${id}/deplacement`)).toContain('ne se déplace plus');
    expect(await move(id, TEN)).toContain('passé ou annulé');
    trial.clock.set('2026-11-27T07:00:00Z');
    await signIn();
    await post(`/rendez-vous/${id}/annulation`, {});
    expect(await move(id, TEN)).toContain('passé ou annulé');
  });
});
