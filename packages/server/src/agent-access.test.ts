import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reaches } from './access.ts';
import { send, signedIn, visit, type Fields, type Signed } from './agent-fixture.ts';
import { mountAgents } from './agent-app.ts';
import { objectsOf, type AgentObjects } from './agent-objects-fixture.ts';
import { agentRoutes } from './agent-routes.ts';
import { page } from './agent-route.ts';
import { accountRoles, type AccountRole } from './store/tables.ts';
import { tryServer, type Trial } from './testing.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await tryServer();
}, 60_000);
afterAll(() => trial.close());

/** What a route is asked about: an object of ours, and one of another site or service. */
interface Example {
  readonly path: string;
  readonly form?: Fields;
  /** The same about what is beyond the reach of an account of `valmont`; none for what is one’s own. */
  readonly foreign?: { readonly path?: string; readonly form?: Fields };
}

/** Every route, by method and path: whoever adds one says here how it is asked, and about what of another site. */
function examplesOf(
  own: AgentObjects,
  foreign: AgentObjects,
  account: string,
): Readonly<Record<string, Example>> {
  const about = (kind: keyof typeof own, root: string, rest = '', form?: Fields): Example => ({
    path: `${root}/${own[kind]}${rest}`,
    ...(form ? { form } : {}),
    foreign: { path: `${root}/${foreign[kind]}${rest}` },
  });
  const bySite = (path: string): Example => ({
    path: `${path}?site=valmont`,
    foreign: { path: `${path}?site=rives` },
  });
  const withSite = (path: string, form: Fields, key = 'site'): Example => ({
    ...{ path, form: { ...form, [key]: 'valmont' } },
    foreign: { form: { ...form, [key]: 'rives' } },
  });
  const figure = { indicateur: 'tel.decroche', periode: '2026-10', haut: '9', bas: '10' };
  const booking = {
    demarche: 'titre-de-sejour',
    debut: '2026-11-30T09:00+01:00',
    nom: 'Awa',
    courriel: '',
    telephone: '01 99 00 12 34',
  };
  const entry = {
    sorte: 'complaint',
    canal: 'desk',
    jour: '2026-11-24',
    theme: 'attente',
    texte: 'Attente.',
    courriel: '',
  };
  const letter = { canal: 'letter', service: 'titres', objet: 'Horaires', recu: '2026-11-24', repondu: '' };
  const hours = {
    jours: '6',
    de: '09:00',
    a: '12:00',
    minutes: '20',
    places: '1',
    part: '',
    debut: '',
    fin: '',
  };
  return {
    'get /': { path: '' },
    'get /comptes': { path: '/comptes' },
    'post /comptes': { path: '/comptes', form: { identifiant: 'x', nom: '' } },
    'get /comptes/:id': { path: `/comptes/${account}` },
    'post /comptes/:id': { path: `/comptes/${account}`, form: { nom: 'Awa', role: 'reader' } },
    'post /comptes/:id/mot-de-passe': { path: `/comptes/${account}/mot-de-passe`, form: {} },
    'post /comptes/:id/etat': { path: `/comptes/${account}/etat`, form: { etat: 'ouvert' } },
    'post /comptes/:id/second-facteur': { path: `/comptes/${account}/second-facteur`, form: {} },
    'get /courriers': bySite('/courriers'),
    'post /courriers': withSite('/courriers', { ...letter, numero: '2026-1' }),
    'get /courriers/nouveau': { path: '/courriers/nouveau' },
    'get /courriers/import': { path: '/courriers/import' },
    'post /courriers/import': { path: '/courriers/import', form: { fichier: new File([], 'vide.csv') } },
    'get /courriers/modele': { path: '/courriers/modele' },
    'get /courriers/:id': about('mail', '/courriers'),
    'post /courriers/:id/reponse': about('mail', '/courriers', '/reponse', {
      repondu: '2026-11-25',
      modele: '',
    }),
    'get /indicateurs': { path: '/indicateurs' },
    'get /indicateurs/saisie': { path: '/indicateurs/saisie?indicateur=tel.decroche' },
    'post /indicateurs/saisie': withSite('/indicateurs/saisie', figure, 'lieu'),
    'post /indicateurs/calcul': { path: '/indicateurs/calcul', form: { mois: '2026-10' } },
    'post /indicateurs/retrait': withSite('/indicateurs/retrait', { ...figure, mois: '2026-10' }, 'lieu'),
    'get /indicateurs/suspensions': { path: '/indicateurs/suspensions', foreign: {} },
    'post /indicateurs/suspensions': {
      path: '/indicateurs/suspensions',
      form: { de: '2026-10', a: '2026-09', raison: 'x' },
      foreign: {},
    },
    'post /indicateurs/suspensions/retrait': {
      ...{
        path: '/indicateurs/suspensions/retrait',
        form: { suspension: '6b1f2c66-4a94-4a0c-9a51-3f5e2f0b8f10' },
      },
      foreign: {},
    },
    'get /journal': { path: '/journal', foreign: {} },
    'get /mot-de-passe': { path: '/mot-de-passe' },
    'post /mot-de-passe': { path: '/mot-de-passe', form: { actuel: '', nouveau: '', encore: '' } },
    'get /ouvertures': bySite('/ouvertures'),
    'post /ouvertures': withSite('/ouvertures', { ...hours, ouvrir: 'titre-de-sejour', a: '08:00' }),
    'post /ouvertures/fermeture': withSite('/ouvertures/fermeture', {
      demarche: '',
      du: '2026-12-24',
      au: '2026-12-23',
      motif: 'x',
    }),
    'post /ouvertures/exceptionnelle': withSite('/ouvertures/exceptionnelle', {
      demarcheJour: 'titre-de-sejour',
      jourOuvert: '2026-12-05',
      heureDebut: '09:00',
      heureFin: '08:00',
      minutesJour: '20',
      placesJour: '1',
    }),
    'post /ouvertures/:id/retrait': about('rule', '/ouvertures', '/retrait', {}),
    'post /ouvertures/:id/reouverture': about('rule', '/ouvertures', '/reouverture', { du: 'x' }),
    'post /ouvertures/:id/fin': about('rule', '/ouvertures', '/fin', { jour: 'x' }),
    'get /indicateurs/publication': { path: '/indicateurs/publication', foreign: {} },
    'post /indicateurs/publication': {
      path: '/indicateurs/publication',
      form: { periode: '1999' },
      foreign: {},
    },
    'get /reclamations': bySite('/reclamations'),
    'post /reclamations': withSite('/reclamations', entry),
    'get /reclamations/nouvelle': { path: '/reclamations/nouvelle' },
    'get /reclamations/:reference': about('feedback', '/reclamations'),
    'post /reclamations/:reference/reponse': about('feedback', '/reclamations', '/reponse', { reponse: '' }),
    'post /reclamations/:reference/service': about('feedback', '/reclamations', '/service', { service: '' }),
    'post /reclamations/:reference/sorte': about('feedback', '/reclamations', '/sorte', { sorte: '' }),
    'post /reclamations/:reference/cloture': about('feedback', '/reclamations', '/cloture', { motif: '' }),
    'get /rendez-vous': bySite('/rendez-vous'),
    'post /rendez-vous': withSite('/rendez-vous', booking),
    'get /rendez-vous/nouveau': bySite('/rendez-vous/nouveau'),
    'get /rendez-vous/:id': about('appointment', '/rendez-vous'),
    'post /rendez-vous/:id/presence': about('appointment', '/rendez-vous', '/presence', { presence: 'x' }),
    'get /rendez-vous/:id/deplacement': about('appointment', '/rendez-vous', '/deplacement'),
    'post /rendez-vous/:id/deplacement': about('appointment', '/rendez-vous', '/deplacement', { debut: 'x' }),
    'post /rendez-vous/:id/annulation': about('appointment', '/rendez-vous', '/annulation', {}),
    'get /personnes': { path: '/personnes', foreign: {} },
    'post /personnes': { path: '/personnes', form: { nom: '' }, foreign: {} },
    'post /personnes/export': { path: '/personnes/export', form: { preuve: '' }, foreign: {} },
    'post /personnes/verification': { path: '/personnes/verification', form: { preuve: '' }, foreign: {} },
    'post /personnes/effacement': { path: '/personnes/effacement', form: { preuve: '' }, foreign: {} },
    'get /second-facteur': { path: '/second-facteur' },
    'post /second-facteur': { path: '/second-facteur', form: { code: '' } },
    'post /second-facteur/codes': { path: '/second-facteur/codes', form: { tirage: '' } },
    'post /sessions': { path: '/sessions', form: { session: '', passe: '' } },
    'post /second-facteur/retrait': { path: '/second-facteur/retrait', form: { actuel: '' } },
  };
}

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;
/** Forms that a valid object needs to be reached at all: the others are sent back for a fault, which is past the gate. */
const PASSED = [200, 303, 422];

function ask(
  method: string,
  { path, form = {} }: { readonly path: string; readonly form?: Fields },
  signed?: Signed,
): Promise<Response> {
  return method === 'get' ? visit(trial, path, signed) : send(trial, path, form, signed);
}

test('every route says whom it is for: another role is refused, and so is what is of another site', async () => {
  const [own, foreign] = [await objectsOf(trial.world, 'valmont'), await objectsOf(trial.world, 'rives')];
  const { agent: other } = await signedIn(trial, { role: 'reader' });
  const examples = examplesOf(own, foreign, other.id);
  expect(Object.keys(examples).toSorted()).toEqual(agentRoutes.map(nameOf).toSorted());
  const wrong: string[] = [];
  let tried = 0;
  for (const route of agentRoutes) {
    const example = examples[nameOf(route)];
    if (!example) continue;
    const stranger = await ask(route.method, example);
    if (stranger.status !== 303 || !stranger.headers.get('location')?.startsWith('/agents/connexion'))
      wrong.push(`${nameOf(route)} is open to strangers`);
    for (const role of accountRoles) {
      tried += 1;
      // Of one site, but for what is of all of them together.
      const isWhole =
        role === 'administrator' ||
        (example.foreign !== undefined && Object.keys(example.foreign).length === 0);
      const far: Signed = await signedIn(trial, { role, sites: ['valmont'] });
      const near = isWhole ? await signedIn(trial, { role }) : far;
      const isAllowed = route.roles.includes(role);
      const { status } = await ask(route.method, example, near);
      if (isAllowed ? !PASSED.includes(status) : status !== 403)
        wrong.push(`${nameOf(route)} for ${role}: ${String(status)}`);
      if (!isAllowed || !example.foreign) continue;
      const refused = await ask(route.method, { ...example, ...example.foreign }, far);
      if (refused.status !== 404)
        wrong.push(`${nameOf(route)} for ${role} about another site: ${String(refused.status)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBe(agentRoutes.length * accountRoles.length);
}, 120_000);

test('a service bounds what a person reaches, and what no service has is everybody’s', () => {
  const person = { sites: [], service: 'titres' };
  expect(reaches(person, { service: 'titres' })).toBe(true);
  expect(reaches(person, { service: 'qualite' })).toBe(false);
  expect(reaches(person, { service: null })).toBe(true);
  expect(reaches({ sites: [], service: null }, { service: 'qualite' })).toBe(true);
  expect(reaches({ sites: ['valmont'], service: null }, { isWhole: true })).toBe(false);
  expect(reaches({ sites: [], service: null }, { isWhole: true })).toBe(true);
});

test('a path that no route names does not exist, signed in or not', async () => {
  const signed = await signedIn(trial, { role: 'administrator' });
  for (const path of [
    '/secret',
    '/comptes/../secret',
    '/comptes/x',
    '/reclamations/%2e%2e',
    '/courriers/%00',
  ])
    expect([404, 403]).toContain((await visit(trial, path, signed)).status);
  expect((await visit(trial, '/secret')).status).toBe(404);
});

test('a failure says nothing of its cause', async () => {
  const app = new Hono<never>();
  const broken = page({
    ...{ path: '/casse', roles: ['agent'] as readonly AccountRole[], object: 'own' as const },
    handle: () => Promise.reject(new Error('select secret from account')),
  });
  mountAgents(app as never, trial.world, [broken]);
  const signed = await signedIn(trial, { role: 'agent' });
  const response = await visit({ app } as never, '/casse', signed);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('select');
});
