import { send, visit, type Fields, type Signed } from './agent-fixture.ts';
import type { AgentObjects } from './agent-objects-fixture.ts';
import type { AgentRoute } from './agent-route.ts';
import type { Trial } from './testing.ts';

/** What keeps somebody from what a route is about: a site, a service that are not theirs; that it is of all sites. */
type Bound = 'site' | 'service' | 'whole';

/** How a route is asked, about what is at Valmont. */
export interface Example {
  readonly path: string;
  readonly form?: Fields;
  /** None for what is one’s own, or cut down to what one may see. */
  readonly bounds?: readonly Bound[];
}

/** Every route of the agents, by method and path: whoever adds one says here how it is asked, and what bounds it. */
export function examplesOf(objects: AgentObjects, account: string): Readonly<Record<string, Example>> {
  const ofService = { bounds: ['site', 'service'] } as const;
  const allOfThem = ['whole', 'service'] as const;
  const about = (kind: keyof AgentObjects, root: string, rest = '', form?: Fields): Example => ({
    path: `${root}/${objects[kind]}${rest}`,
    ...(form ? { form } : {}),
    ...ofService,
  });
  const bySite = (path: string): Example => ({ path: `${path}?site=valmont`, bounds: ['site'] });
  const withSite = (path: string, form: Fields, key = 'site'): Example => ({
    ...{ path, form: { ...form, [key]: 'valmont' }, bounds: ['site'] },
  });
  const withService = (path: string, form: Fields): Example => ({ ...withSite(path, form), ...ofService });
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
    'post /courriers': withService('/courriers', { ...letter, numero: '2026-1' }),
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
    'get /indicateurs/suspensions': { path: '/indicateurs/suspensions', bounds: ['whole'] },
    'post /indicateurs/suspensions': {
      path: '/indicateurs/suspensions',
      form: { de: '2026-10', a: '2026-09', raison: 'x' },
      bounds: ['whole'],
    },
    'post /indicateurs/suspensions/retrait': {
      ...{
        path: '/indicateurs/suspensions/retrait',
        form: { suspension: '6b1f2c66-4a94-4a0c-9a51-3f5e2f0b8f10' },
      },
      bounds: ['whole'],
    },
    'get /journal': { path: '/journal', bounds: ['whole'] },
    'get /mot-de-passe': { path: '/mot-de-passe' },
    'post /mot-de-passe': { path: '/mot-de-passe', form: { actuel: '', nouveau: '', encore: '' } },
    'get /ouvertures': bySite('/ouvertures'),
    'post /ouvertures': withService('/ouvertures', { ...hours, ouvrir: 'titre-de-sejour', a: '08:00' }),
    'post /ouvertures/fermeture': withSite('/ouvertures/fermeture', {
      demarche: '',
      du: '2026-12-24',
      au: '2026-12-23',
      motif: 'x',
    }),
    'post /ouvertures/exceptionnelle': withService('/ouvertures/exceptionnelle', {
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
    'get /indicateurs/publication': { path: '/indicateurs/publication', bounds: ['whole'] },
    'post /indicateurs/publication': {
      path: '/indicateurs/publication',
      form: { periode: '1999' },
      bounds: ['whole'],
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
    'post /rendez-vous': withService('/rendez-vous', booking),
    'get /rendez-vous/nouveau': bySite('/rendez-vous/nouveau'),
    'get /rendez-vous/:id': about('appointment', '/rendez-vous'),
    'post /rendez-vous/:id/presence': about('appointment', '/rendez-vous', '/presence', { presence: 'x' }),
    'get /rendez-vous/:id/deplacement': about('appointment', '/rendez-vous', '/deplacement'),
    'post /rendez-vous/:id/deplacement': about('appointment', '/rendez-vous', '/deplacement', { debut: 'x' }),
    'post /rendez-vous/:id/annulation': about('appointment', '/rendez-vous', '/annulation', {}),
    'get /personnes': { path: '/personnes', bounds: allOfThem },
    'post /personnes': { path: '/personnes', form: { nom: '' }, bounds: allOfThem },
    'post /personnes/export': { path: '/personnes/export', form: { preuve: '' }, bounds: allOfThem },
    'post /personnes/verification': {
      path: '/personnes/verification',
      form: { preuve: '' },
      bounds: allOfThem,
    },
    'post /personnes/effacement': { path: '/personnes/effacement', form: { preuve: '' }, bounds: allOfThem },
    'get /second-facteur': { path: '/second-facteur' },
    'post /second-facteur': { path: '/second-facteur', form: { code: '' } },
    'post /second-facteur/codes': { path: '/second-facteur/codes', form: { tirage: '' } },
    'post /sessions': { path: '/sessions', form: { session: '', passe: '' } },
    'post /second-facteur/retrait': { path: '/second-facteur/retrait', form: { actuel: '' } },
  };
}

/** How an example is named. */
export function nameOf({ method, path }: Pick<AgentRoute, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** Asks for a page or sends its form, as an example says. */
export function askExample(
  trial: Trial,
  { method }: Pick<AgentRoute, 'method'>,
  { path, form = {} }: Example,
  signed?: Signed,
): Promise<Response> {
  return method === 'get' ? visit(trial, path, signed) : send(trial, path, form, signed);
}

/** Statuses of who is let in: forms of the examples are sent back for a fault, which is past the gate. */
export const LET_IN: readonly number[] = [200, 303, 422];
