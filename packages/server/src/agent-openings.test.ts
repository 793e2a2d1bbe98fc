import { expect, test } from 'vitest';
import { deskOf } from './agent-fixture.ts';
import { openNow, ruleOf } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';
import { book } from './work-fixture.ts';

onEachEngine((trial) => {
  const { text, post, signIn } = deskOf(trial);

  test('slots are opened from a rule, closed for some days, opened again and ended', async () => {
    const rule = {
      site: 'valmont',
      ouvrir: 'titre-de-sejour',
      jours: ['1', '2'],
      de: '09:00',
      a: '10:00',
      minutes: '30',
      places: '2',
      part: '',
      debut: '',
      fin: '',
    };
    expect(await post('/ouvertures', { ...rule, a: '08:00' })).toContain('vient après');
    expect(await post('/ouvertures', { ...rule, jours: [] })).toContain('Cocher au moins un jour');
    expect(await post('/ouvertures', rule)).toContain('fait=ouverture-ajoutee');
    expect(await post('/ouvertures', rule)).toContain('sans recouvrement');
    expect(await text('/ouvertures')).toContain(
      'Le lundi et mardi, de 9 h 00 à 10 h 00 : 2 personnes toutes les 30 minutes',
    );
    const free = async () => text('/rendez-vous/nouveau?site=valmont&du=2026-12-01');
    expect(await free()).toContain('mardi 1er décembre 2026');
    const closing = { site: 'valmont', demarche: '', du: '2026-12-01', au: '2026-12-02', motif: 'formation' };
    expect(await post('/ouvertures/fermeture', closing)).toContain('fait=fermeture-ajoutee&nombre=0');
    expect(await free()).not.toContain('mardi 1er décembre 2026');
    const ruleId = async () =>
      (await trial.world.store.db.selectFrom('opening_rule').select('id').executeTakeFirstOrThrow()).id;
    expect(await post(`/ouvertures/${await ruleId()}/reouverture`, { du: '2026-12-01' })).toContain(
      'fait=reouverture',
    );
    expect(await free()).toContain('mardi 1er décembre 2026');
    expect(await post(`/ouvertures/${await ruleId()}/fin`, { jour: '2026-11-30' })).toContain(
      'fait=ouverture-close',
    );
    expect(await free()).not.toContain('mardi 1er décembre 2026');
  });

  const saturday = {
    ...{ site: 'valmont', demarcheJour: 'titre-de-sejour', jourOuvert: '2026-12-05' },
    ...{ heureDebut: '09:00', heureFin: '10:00', minutesJour: '15', placesJour: '3', raison: 'rattrapage' },
  };
  const exceptional = (over: Partial<typeof saturday> = {}) =>
    post('/ouvertures/exceptionnelle', { ...saturday, ...over });
  const freeFrom = (day: string) => text(`/rendez-vous/nouveau?site=valmont&du=${day}`);
  const idOf = async (day: string): Promise<string> => {
    const rows = await trial.world.store.db.selectFrom('opening_rule').select(['id', 'rule']).execute();
    return rows.find(({ rule }) => rule.validFrom === day)?.id ?? '';
  };

  test('a day outside the week is opened with its own hours and places, and taken away again', async () => {
    await openNow(trial.world);
    expect(await freeFrom('2026-12-05')).not.toContain('samedi 5 décembre');
    expect(await exceptional({ heureFin: '09:00' })).toContain('vient après');
    expect(await exceptional()).toContain('fait=ouverture-ajoutee');
    expect(await freeFrom('2026-12-05')).toContain(
      'samedi 5 décembre 2026 9 h 00 (3 places) 9 h 15 (3 places) 9 h 30 (3 places) 9 h 45 (3 places) lundi',
    );
    const shown = await text('/ouvertures');
    expect(shown).toContain(
      'Le samedi 5 décembre 2026, de 9 h 00 à 10 h 00 : 3 personnes toutes les 15 minutes (rattrapage)',
    );
    expect(shown).toContain('Le lundi, mardi, mercredi, jeudi et vendredi, de 9 h 00 à 12 h 00');
    await book(trial.world, { start: '2026-12-05T09:15+01:00', email: 'awa@exemple.fr' });
    expect(await post(`/ouvertures/${await idOf('2026-12-05')}/retrait`, {})).toContain(
      'fait=ouverture-retiree&nombre=1',
    );
    expect(await freeFrom('2026-12-05')).not.toContain('samedi 5 décembre');
    expect(await text('/ouvertures')).not.toContain('rattrapage');
    expect(await text('/rendez-vous?site=valmont&jour=2026-12-05')).toContain('Camille awa@exemple.fr');
  });

  test('a public holiday can be opened, and more hours on an ordinary day that do not meet the usual ones', async () => {
    await openNow(trial.world);
    expect(await exceptional({ jourOuvert: '2026-12-25' })).toContain('fait=ouverture-ajoutee');
    expect(await freeFrom('2026-12-25')).toContain('vendredi 25 décembre 2026 9 h 00 (3 places)');
    const monday = { jourOuvert: '2026-11-30' };
    expect(await exceptional({ ...monday, heureDebut: '11:00', heureFin: '13:00' })).toContain(
      'sans recouvrement',
    );
    const afternoon = { ...monday, heureDebut: '14:00', heureFin: '15:00' };
    expect(await exceptional(afternoon)).toContain('fait=ouverture-ajoutee');
    expect(await freeFrom('2026-11-30')).toContain('11 h 30 (2 places) 14 h 00 (3 places)');
  });

  test('a day that is closed is not opened, and one that was opened is not closed, without a word', async () => {
    await openNow(
      trial.world,
      ruleOf({ closings: [{ from: '2026-12-05', to: undefined, reason: { fr: 'travaux' } }] }),
    );
    expect(await exceptional()).toContain('Ce jour est fermé (travaux)');
    expect(await exceptional({ jourOuvert: '2026-11-24' })).toContain('passé');
    expect(await exceptional({ jourOuvert: '2027-11-27' })).toContain('plus d’un an');
    await exceptional({ jourOuvert: '2026-12-12' });
    const closing = { site: 'valmont', demarche: '', motif: 'pont' };
    expect(await post('/ouvertures/fermeture', { ...closing, du: '2026-12-10', au: '2026-12-14' })).toContain(
      'Une ouverture exceptionnelle est prévue le 12 décembre 2026',
    );
    expect(await post('/ouvertures/fermeture', { ...closing, du: '2026-12-14', au: '2026-12-14' })).toContain(
      'fait=fermeture-ajoutee',
    );
    expect(await freeFrom('2026-12-12')).toContain('samedi 12 décembre 2026');
  });

  test('what opens each week is not taken away as a day is, and a day that is past is no longer shown', async () => {
    await openNow(trial.world);
    const { id } = await trial.world.store.db
      .selectFrom('opening_rule')
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await post(`/ouvertures/${id}/retrait`, {})).toContain('de chaque semaine');
    await exceptional();
    trial.clock.set('2026-12-06T08:00:00Z');
    await signIn();
    expect(await text('/ouvertures')).not.toContain('rattrapage');
  });
});
