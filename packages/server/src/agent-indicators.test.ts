import { loadResults } from '@qualepref/core';
import { expect, test } from 'vitest';
import { enterComplaint, letterForm } from './agent-entries-fixture.ts';
import { deskOf } from './agent-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial) => {
  const desk = deskOf(trial);
  const { text, post } = desk;

  test('a month is computed from both logs, completed, seen as the public will see it, and published', async () => {
    await post('/courriers', { ...letterForm, repondu: '2026-10-07' });
    await post('/courriers', { ...letterForm, numero: '2026-00002', repondu: '2026-11-20' });
    await enterComplaint(desk, { jour: '2026-10-06' });
    expect(await post('/indicateurs/calcul', { mois: '2026-10' })).toBe(
      '/agents/indicateurs?mois=2026-10&fait=mesures-calculees&nombre=4',
    );
    expect(await post('/indicateurs/calcul', { mois: '2026-10' })).toContain('nombre=4');
    const shown = await text('/indicateurs?mois=2026-10');
    expect(shown).toContain('50 % (1 sur 2)');
    expect(shown).toContain('Réclamations et suggestions reçues (thème attente, canal téléphone)');
    const figure = {
      indicateur: 'tel.decroche',
      lieu: 'valmont',
      periode: '2026-10',
      haut: '850',
      bas: '1000',
      source: 'standard',
    };
    expect(await post('/indicateurs/saisie', { ...figure, haut: '1001' })).toContain('plus de cas conformes');
    expect(await post('/indicateurs/saisie', { ...figure, periode: '2026-13' })).toContain('Attendu');
    expect(await post('/indicateurs/saisie', { ...figure, periode: '2026-12' })).toContain('pas commencé');
    expect(await post('/indicateurs/saisie', { ...figure, indicateur: 'recl.taux' })).toContain(
      'Choisir un indicateur',
    );
    expect(await post('/indicateurs/saisie', figure)).toContain('fait=mesure-saisie');
    expect(await text('/indicateurs/publication')).toContain('85 % (850 sur 1 000)');
    expect(await post('/indicateurs/publication', { periode: '2026-10' })).toContain(
      'fait=resultats-publies',
    );
    const { results, etag } = await trial.world.store.db
      .selectFrom('publication')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(loadResults(results).indicators.map(({ id }) => id)).toContain('tel.decroche');
    expect(etag).toMatch(/^[\w-]{22}$/);
    expect(await post('/indicateurs/retrait', { ...figure, mois: '2026-10' })).toContain(
      'fait=mesure-retiree',
    );
    expect(await text('/indicateurs?mois=2026-10')).not.toContain('850');
  });

  test('months that are suspended are published as such, with their note', async () => {
    const suspension = {
      de: '2026-10',
      a: '2026-10',
      raison: 'travaux du standard',
      reason: '',
      indicateurs: 'tel.decroche',
      sites: [],
    };
    expect(await post('/indicateurs/suspensions', { ...suspension, a: '2026-09' })).toContain('vient après');
    expect(await post('/indicateurs/suspensions', suspension)).toContain('fait=suspension-ajoutee');
    const shown = await text('/indicateurs/publication');
    expect(shown).toContain('suivi suspendu');
    expect(shown).toContain('en octobre 2026 : travaux du standard.');
    const { id } = await trial.world.store.db.selectFrom('suspension').select('id').executeTakeFirstOrThrow();
    await post('/indicateurs/suspensions/retrait', { suspension: id });
    expect(await text('/indicateurs/publication')).toContain('Aucun résultat');
    expect(await post('/indicateurs/publication', { periode: '2026-10' })).toContain(
      'aucun résultat à publier',
    );
  });
});
