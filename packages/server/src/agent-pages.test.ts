import { utils, write } from '@e965/xlsx';
import { loadResults } from '@qualepref/core';
import { load } from 'cheerio';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deskOf, send, signedIn, visit, type Fields, type Signed } from './agent-fixture.ts';
import { ruleOf, openNow } from './booking-fixture.ts';
import { ownDatabase, type OwnDatabase } from './database-fixture.ts';
import { tryServer, type Trial } from './testing.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.close());

const HOSTILE = `"><img src=x onerror=alert(1)>'<script>alert(2)</script>{{7*7}}`;

describe.each(['embedded', 'postgres'] as const)('on %s', (engine) => {
  let trial: Trial;
  let signed: Signed;
  beforeAll(async () => {
    trial = await tryServer({ url: engine === 'postgres' ? database.url : undefined });
  }, 60_000);
  beforeEach(async () => {
    await trial.empty();
    trial.clock.set('2026-11-25T08:00:00Z');
    signed = await signedIn(trial);
  });
  afterAll(() => trial.close());

  const { text, post } = deskOf(() => ({ trial, signed }));
  const complaint = {
    ...{ sorte: 'complaint', canal: 'phone', site: 'valmont', jour: '2026-11-24', theme: 'attente' },
    ...{ texte: 'Deux heures d’attente.', nom: 'Awa Exemple', courriel: 'awa@exemple.fr', adresse: '' },
  };
  const entered = async (over: Fields = {}): Promise<string> =>
    /\/reclamations\/([A-Z0-9-]+)/.exec(await post('/reclamations', { ...complaint, ...over }))?.[1] ?? '';

  test('a complaint told on the phone is entered, due in ten working days, answered and closed', async () => {
    const reference = await entered();
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
    const late = await entered({ jour: '2026-11-02' });
    const recent = await entered();
    const shown = await text('/reclamations');
    expect(shown.indexOf(late)).toBeLessThan(shown.indexOf(recent));
    expect(shown).toContain('en retard de 6 jours ouvrés');
    expect(shown).toContain('1 réponse est en retard.');
  });

  test('what nobody signed can’t be answered, what somebody awaits is not closed without a reason', async () => {
    const anonymous = await entered({ nom: '', courriel: '' });
    expect(await text(`/reclamations/${anonymous}`)).not.toContain('Répondre à une');
    expect(
      load(await (await visit(trial, `/reclamations/${anonymous}`, signed)).text())('textarea#reponse'),
    ).toHaveLength(0);
    expect(await post(`/reclamations/${anonymous}/cloture`, { motif: '' })).toContain('fait=fiche-close');
    const awaited = await entered();
    expect(await post(`/reclamations/${awaited}/cloture`, { motif: '' })).toContain('dire pourquoi');
    expect(await post(`/reclamations/${awaited}/cloture`, { motif: 'Doublon.' })).toContain(
      'fait=fiche-close',
    );
  });

  test('a complaint is given to another service, which alone then sees it', async () => {
    const reference = await entered();
    const titres = await signedIn(trial, { role: 'referent', service: 'titres' });
    expect((await visit(trial, `/reclamations/${reference}`, titres)).status).toBe(404);
    await post(`/reclamations/${reference}/service`, { service: 'titres' });
    expect((await visit(trial, `/reclamations/${reference}`, titres)).status).toBe(200);
    const qualite = await signedIn(trial, { role: 'referent', service: 'qualite' });
    expect((await visit(trial, `/reclamations/${reference}`, qualite)).status).toBe(404);
  });

  test('a complaint that is a request changes its kind with a reason, and a day to come is refused', async () => {
    const reference = await entered();
    expect(await post(`/reclamations/${reference}/sorte`, { sorte: 'request', pourquoi: '' })).toContain(
      'Dire pourquoi',
    );
    await post(`/reclamations/${reference}/sorte`, { sorte: 'request', pourquoi: 'Demande d’horaires.' });
    expect(await text(`/reclamations/${reference}`)).toContain(`Demande ${reference}`);
    expect(await post('/reclamations', { ...complaint, jour: '2026-11-26' })).toContain('pas encore venu');
    expect(
      await post('/reclamations', { ...complaint, texte: 'Mon numéro : 1 84 12 76 451 089 46' }),
    ).toContain('sécurité sociale');
  });

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
    signed = await signedIn(trial);
    await post(`/rendez-vous/${id}/presence`, { presence: 'attended' });
    expect(await text(`/rendez-vous/${id}`)).toContain('présent');
    await post(`/rendez-vous/${id}/presence`, { presence: 'attended' });
    expect(await text(`/rendez-vous/${id}`)).toContain('État pris');
    expect(await post(`/rendez-vous/${id}/annulation`, {})).toContain('fait=rendez-vous-annule');
    expect(await text('/rendez-vous?site=valmont&jour=2026-11-27')).toContain('Aucun rendez-vous');
  });

  const letter = {
    numero: '2026-00001',
    canal: 'email',
    site: 'valmont',
    service: 'titres',
    objet: 'Horaires',
    recu: '2026-10-05',
    repondu: '',
    modele: '',
  };

  test('a letter is entered with the next number, late when its day has passed, and answered', async () => {
    expect(await text('/courriers/nouveau')).toContain('Numéro');
    expect(await post('/courriers', letter)).toContain('fait=courrier-saisi');
    expect(await post('/courriers', letter)).toContain('déjà pris');
    expect(await (await visit(trial, '/courriers/nouveau', signed)).text()).toContain('value="2026-00002"');
    expect(await text('/courriers')).toMatch(/en retard de \d+ jours ouvrés/);
    expect(await post('/courriers/2026-00001/reponse', { repondu: '2026-10-04', modele: '' })).toContain(
      'avant la réception',
    );
    expect(
      await post('/courriers/2026-00001/reponse', { repondu: '2026-10-08', modele: 'Horaires v2' }),
    ).toContain('fait=courrier-repondu');
    expect(await text('/courriers?etat=tous')).toContain('répondu dans le délai');
  });

  const head = ['Numéro', 'Canal', 'Site', 'Service', 'Reçu le', 'Objet', 'Répondu le', 'Modèle'];
  const sheetOf = (rows: readonly (readonly unknown[])[]): File => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows.map((row) => [...row])]), 'Feuille');
    return new File(
      [new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)],
      'courriers.xlsx',
    );
  };

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

  test('a month is computed from both logs, completed, seen as the public will see it, and published', async () => {
    await post('/courriers', { ...letter, repondu: '2026-10-07' });
    await post('/courriers', { ...letter, numero: '2026-00002', repondu: '2026-11-20' });
    await entered({ jour: '2026-10-06' });
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

  test('hostile text is shown as text wherever it was written', async () => {
    await openNow(trial.world);
    const reference = await entered({ texte: HOSTILE, nom: HOSTILE, adresse: HOSTILE });
    await post(`/reclamations/${reference}/reponse`, { reponse: HOSTILE });
    await post('/courriers', { ...letter, objet: HOSTILE, modele: HOSTILE });
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
    ].map((path) => visit(trial, path, signed));
    const sentBack = send(trial, '/courriers', { ...letter, numero: HOSTILE, objet: HOSTILE }, signed);
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
