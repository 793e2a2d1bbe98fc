import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { enterComplaint, letterForm } from './agent-entries-fixture.ts';
import { deskOf, send, signedIn, visit } from './agent-fixture.ts';
import { openNow } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

const HOSTILE = `"><img src=x onerror=alert(1)>'<script>alert(2)</script>{{7*7}}`;

onEachEngine((trial) => {
  const desk = deskOf(trial);
  const { post } = desk;

  test('hostile text is shown as text wherever it was written', async () => {
    await openNow(trial.world);
    const reference = await enterComplaint(desk, { texte: HOSTILE, nom: HOSTILE, adresse: HOSTILE });
    await post(`/reclamations/${reference}/reponse`, { reponse: HOSTILE });
    await post('/courriers', { ...letterForm, objet: HOSTILE, modele: HOSTILE });
    await post('/rendez-vous', {
      site: 'valmont',
      demarche: 'titre-de-sejour',
      debut: '2026-11-27T09:00+01:00',
      nom: HOSTILE,
      courriel: '',
      telephone: '',
    });
    await post('/indicateurs/saisie', {
      indicateur: 'tel.decroche',
      lieu: 'valmont',
      periode: '2026-10',
      haut: '1',
      bas: '2',
      source: HOSTILE,
    });
    await post('/indicateurs/suspensions', {
      de: '2026-09',
      a: '2026-09',
      raison: HOSTILE,
      reason: '',
      indicateurs: [],
      sites: [],
    });
    await post('/ouvertures/fermeture', {
      site: 'valmont',
      demarche: '',
      du: '2026-12-24',
      au: '2026-12-24',
      motif: HOSTILE,
    });
    const { id } = await trial.world.store.db
      .selectFrom('appointment')
      .select('id')
      .executeTakeFirstOrThrow();
    const named = await signedIn(trial, { name: HOSTILE, role: 'administrator' });
    const pages = [
      ...[
        '/reclamations',
        `/reclamations/${reference}`,
        '/courriers?etat=tous',
        '/courriers/2026-00001',
        '/ouvertures',
      ],
      ...[
        '/rendez-vous?jour=2026-11-27',
        `/rendez-vous/${id}`,
        '/indicateurs?mois=2026-10',
        '/indicateurs/suspensions',
        '/journal',
      ],
      ...[
        `/reclamations?site=&etat=${encodeURIComponent(HOSTILE)}`,
        `/rendez-vous?jour=${encodeURIComponent(HOSTILE)}`,
      ],
    ].map((path) => visit(trial, path, desk.signed()));
    const sentBack = send(
      trial,
      '/courriers',
      { ...letterForm, numero: HOSTILE, objet: HOSTILE },
      desk.signed(),
    );
    const answers = await Promise.all([
      ...pages,
      sentBack,
      visit(trial, `/comptes/${named.agent.id}`, named),
      visit(trial, `/connexion?suite=${encodeURIComponent(HOSTILE)}&fait=${encodeURIComponent(HOSTILE)}`),
    ]);
    let seen = 0;
    for (const answer of answers) {
      const page = load(await answer.text());
      expect(page('script, img, [onerror]')).toHaveLength(0);
      if (page('main').text().includes('onerror=')) seen += 1;
    }
    expect(seen).toBeGreaterThanOrEqual(7);
  });
});
