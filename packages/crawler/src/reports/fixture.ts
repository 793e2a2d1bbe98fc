import { createHash } from 'node:crypto';
import { defectsOf, grid, type Finding, type GridItem } from '@qualepref/core';
import type { AddressFacts } from '../facts.ts';
import { checks } from '../checks/index.ts';
import type { KeptProposal } from '../proposal.ts';
import type { GridRow, Report } from '../report.ts';
import { RgaaTally, type RgaaReport } from '../rgaa-report.ts';

const SITE = 'https://www.exemple.gouv.fr';
const DAY = '2026-11-24';

const TITLES: readonly (readonly [path: string, title: string])[] = [
  ['/', 'Les services de l’État en Exemple'],
  ['/Demarches', 'Démarches'],
  ['/Demarches/Passeport', 'Demander ou renouveler un passeport'],
  ['/Demarches/Carte-d-identite', 'Carte nationale d’identité'],
  ['/Demarches/Permis-de-conduire', 'Permis de conduire'],
  ['/Demarches/Immatriculation', 'Immatriculer un véhicule'],
  ['/Demarches/Etrangers/Titre-de-sejour', 'Renouveler un titre de séjour'],
  ['/Demarches/Etrangers/Naturalisation', 'Demander la nationalité française'],
  ['/Demarches/Etrangers/Regroupement-familial', 'Regroupement familial'],
  ['/Contenus/Mentions-legales', 'Mentions légales'],
  ['/Contenus/Accessibilite', 'Déclaration d’accessibilité'],
  ['/Contact', 'Nous contacter'],
];

const PAGES: readonly (readonly [path: string, title: string])[] = [
  ...TITLES,
  ...Array.from({ length: 50 }, (_, index): [string, string] => [
    `/Actualites/2026/Article-${String(index + 1)}`,
    `Actualité n° ${String(index + 1)} de la préfecture`,
  ]),
];

/** A sound finding; a test states only what differs. */
export function finding(partial: Partial<Finding> = {}): Finding {
  const made: Omit<Finding, 'id'> = {
    check: 'update-date',
    code: 'no-date',
    outcome: 'failed',
    severity: 'minor',
    url: `${SITE}/Demarches/Passeport`,
    where: {},
    cause: '',
    message: 'Aucune date de mise à jour n’est affichée : l’ajouter sous le titre.',
    items: ['TEC-04'],
    rgaa: [],
    rgaaTests: [],
    act: [],
    axe: [],
    owner: 'content',
    ...partial,
  };
  const { check, code, url, cause, where } = made;
  return { id: hash(JSON.stringify([check, code, url, cause, where.line, where.selector])), ...made };
}

/** One address that was read as a page; a test states only what differs. */
export function address(partial: Partial<AddressFacts> = {}): AddressFacts {
  return {
    url: `${SITE}/`,
    kind: 'page',
    depth: 1,
    outcome: 'ok',
    status: 200,
    fetchedOn: DAY,
    foundOn: [`${SITE}/`],
    ...partial,
  };
}

/** A report as a first audit of a site of 62 pages gives it. */
export function report(partial: Partial<Report> = {}): Report {
  const findings = [...(partial.findings ?? FINDINGS)];
  return {
    schemaVersion: 1,
    execution: {
      startedAt: '2026-11-24T08:02:10Z',
      endedAt: '2026-11-24T08:05:22Z',
      duration: 192,
      requests: 143,
      versions: { qualepref: '0.1.0', node: '24.21.0', chromium: '156.0.8078.79', axe: '4.14.1' },
      host: 'poste-qualite',
      resumed: 0,
    },
    site: { address: SITE },
    campaign: '2026-T4',
    sample: {
      read: PAGES.length,
      rendered: PAGES.slice(0, 14).map(([path]) => SITE + path),
      method: 'structural',
      random: 2,
    },
    addresses: ADDRESSES,
    grid: grid.map((item) => gridRow(item, findings)),
    findings,
    defects: defectsOf(findings, hash),
    ignored: [
      {
        finding: 'abc',
        check: 'dead-link',
        url: `${SITE}/Actualites/2026/Article-4`,
        message: 'Le lien mène à une page absente : le retirer ou le corriger.',
        reason: 'Site partenaire en travaux jusqu’à la fin de l’année.',
        expires: '2026-12-31',
      },
    ],
    limits: [
      {
        code: 'rgaa',
        text: 'Les contrôles automatiques ne portent que sur une partie des critères du RGAA : ils trouvent des défauts, ils ne prouvent jamais la conformité.',
      },
      {
        code: 'refused',
        text: 'Ces adresses se sont refusées à l’audit : les ouvrir dans un navigateur. Ce n’est pas la preuve d’un défaut.',
        urls: ['https://www.partenaire.example/france-services'],
        count: 1,
      },
    ],
    rgaa: rgaaOf(findings),
    ...partial,
  };
}

/** What the first pages give, the accessibility statement among them. */
function rgaaOf(findings: readonly Finding[]): RgaaReport {
  const rows = TITLES.map(([path, title]) => ({
    ...{ url: SITE + path, title, kind: path === '/' ? ('home' as const) : ('other' as const), depth: 1 },
    ...{ rubric: path.split('/')[1]?.toLowerCase() ?? '', template: 't', features: [], isRendered: true },
    document: null,
  }));
  const said = {
    ...{ parts: [], level: 'partiellement' as const, rate: 73, version: '4.1', updatedOn: null },
    ...{ madeOn: { text: 'établie le 12/03/2026', date: '2026-03-12' }, plan: null, actionPlan: null },
    pages: [{ text: 'Nous contacter', url: null }],
  };
  const statement = { url: `${SITE}/Contenus/Accessibilite`, said };
  const tally = new RgaaTally({ rows, named: new Map([['Accueil', `${SITE}/`]]), statement }, checks, SITE);
  for (const found of findings) tally.add(found);
  return tally.report();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

const FINDINGS: readonly Finding[] = [
  ...PAGES.slice(0, 60).map(([path], index) =>
    finding({
      ...{ check: 'axe', code: 'axe/color-contrast', severity: 'major', url: SITE + path },
      where: {
        selector: 'footer > .fr-footer__bottom > p',
        line: 210 + index,
        quote: '<p class="fr-hint-text">Sauf mention contraire…</p>',
      },
      cause: 'footer>div.fr-footer__bottom>p',
      message: 'Le contraste entre le texte et son fond est insuffisant : le porter à 4,5 pour 1 au moins.',
      ...{ items: ['A11-05'], rgaa: ['3.2'], axe: ['color-contrast'], owner: 'template' },
    }),
  ),
  ...PAGES.map(([path]) =>
    finding({
      ...{ check: 'statement-mention', code: 'no-level', severity: 'blocking', url: SITE + path },
      where: { selector: 'footer a[href="/Contenus/Accessibilite"]', line: 214, quote: 'Accessibilité' },
      message:
        'La mention « Accessibilité » ne donne pas le niveau de conformité : l’ajouter dans le pied de page.',
      ...{ items: ['A11-01'], owner: 'template' },
    }),
  ),
  ...(['Titre-de-sejour', 'Naturalisation', 'Regroupement-familial'] as const).map((page, index) =>
    finding({
      ...{ code: 'old-date', url: `${SITE}/Demarches/Etrangers/${page}` },
      where: { selector: '#main p.date', line: 88, quote: 'Mis à jour le 03/08/2024' },
      message: `Page mise à jour il y a ${String(843 - index * 100)} jours\u00A0: la relire, puis la republier.`,
      ...{ items: ['TEC-05'], service: 'Bureau des migrations et de l’intégration' },
    }),
  ),
  finding({
    ...{
      check: 'dead-link',
      code: 'internal',
      severity: 'major',
      url: `${SITE}/Demarches/Etrangers/Naturalisation`,
    },
    where: { selector: '#main li:nth-child(3) > a', line: 131, quote: 'Pièces à fournir' },
    cause: `${SITE}/Demarches/Etrangers/Pieces-2023`,
    message: 'Le lien « Pièces à fournir » mène à une page absente (404) : le corriger ou le retirer.',
    ...{ items: ['TEC-01'], service: 'Bureau des migrations et de l’intégration' },
  }),
  finding({ url: `${SITE}/Demarches/Permis-de-conduire` }),
  finding({ url: `${SITE}/Demarches/Immatriculation` }),
  finding({
    ...{
      check: 'comarquage-mention',
      code: 'no-date',
      severity: 'major',
      url: `${SITE}/Demarches/Passeport`,
    },
    where: {
      selector: '.spc-source',
      line: 140,
      quote: 'Direction de l’information légale et administrative',
    },
    message:
      'La fiche reprise de service-public ne porte pas sa date de vérification : afficher « Vérifié le … ».',
    items: ['COM-10', 'COM-02'],
  }),
  finding({
    ...{
      check: 'legal-notice',
      code: 'incomplete',
      severity: 'blocking',
      url: `${SITE}/Contenus/Mentions-legales`,
    },
    message: 'Il manque aux mentions légales : l’hébergeur. Les compléter.',
    items: ['ETA-03'],
  }),
  finding({
    ...{ check: 'document-links', code: 'no-details', url: `${SITE}/Demarches/Immatriculation` },
    where: { selector: '#main a.download', line: 97, quote: 'Télécharger le formulaire' },
    cause: `${SITE}/contenu/telechargement/formulaire.pdf`,
    message: 'Le lien ne dit ni le format ni la taille du document : les ajouter au texte du lien.',
    ...{ items: ['TEC-08'], owner: 'document' },
  }),
  finding({
    ...{ check: 'dead-link', code: 'external-refused', outcome: 'cantTell', url: `${SITE}/Contact` },
    where: { selector: '#main a', line: 60, quote: 'France services' },
    cause: 'https://www.partenaire.example/france-services',
    message:
      'Le site « www.partenaire.example » refuse les programmes (403) : ouvrir le lien dans un navigateur.',
    ...{ items: ['TEC-02'], owner: 'third-party' },
  }),
];

const ADDRESSES: readonly AddressFacts[] = [
  ...PAGES.map(([path, title]) => address({ url: SITE + path, title })),
  ...Array.from({ length: 15 }, (_, index) =>
    address({
      url: `${SITE}/contenu/telechargement/${String(index)}.pdf`,
      kind: 'document',
      outcome: 'not_html',
    }),
  ),
  ...Array.from({ length: 12 }, (_, index) =>
    address({ url: `https://www.service-public.example/F${String(index)}`, kind: 'external' }),
  ),
  address({
    url: 'https://www.partenaire.example/france-services',
    kind: 'external',
    outcome: 'blocked',
    status: 403,
    foundOn: [`${SITE}/Contact`],
  }),
  address({ url: `${SITE}/Publications/RAA`, outcome: 'refused_by_robots' }),
  address({ url: `${SITE}/Actualites/2019`, outcome: 'timeout' }),
  address({
    url: 'https://ancien.exemple.example/',
    kind: 'external',
    outcome: 'network_error',
    reason: 'dns',
  }),
  ...Array.from({ length: 30 }, (_, index) =>
    address({ url: `${SITE}/Archives/${String(index)}`, outcome: 'out_of_scope', reason: 'budget' }),
  ),
];

const CHECKED: readonly string[] = ['A11-06', 'A11-11', 'TEC-01', 'TEC-02', 'ETA-01', 'COM-05', 'CTC-01'];

const PROPOSAL: KeptProposal = {
  answer: 'non_conforme',
  why: 'L’adresse de la sous-préfecture n’a été trouvée sur aucune page.',
  excerpts: TITLES.slice(0, 5).map(([path]) => ({
    url: SITE + path,
    about: 'Préfecture',
    quote: 'Place de la République, 24000 Exemple',
  })),
  more: 3,
};

function gridRow(item: GridItem, findings: readonly Finding[]): GridRow {
  const own = findings.filter(({ items }) => items.includes(item.id));
  const row = { item: item.id, by: 'audit', date: DAY, findings: own.map(({ id }) => id) };
  const evidence = `${String(PAGES.length)} pages contrôlées`;
  if (item.id === 'RES-02') {
    return {
      ...row,
      verdict: 'conforme',
      by: 'Camille Martin',
      date: '2026-11-20',
      reason: 'Comparé à l’affichage du hall.',
    };
  }
  if (own.some(({ outcome }) => outcome === 'failed')) {
    return { ...row, verdict: 'non_conforme', reason: 'Des défauts sont établis.', evidence };
  }
  if (own.length > 0)
    return { ...row, verdict: 'a_verifier', reason: 'Un constat demande un regard.', evidence };
  if (CHECKED.includes(item.id)) return { ...row, verdict: 'conforme', evidence };
  if (item.id === 'ACC-01')
    return { ...row, verdict: 'a_verifier', evidence, proposals: [PROPOSAL], reason: PROPOSAL.why };
  if (item.module !== undefined) {
    return { ...row, verdict: 'sans_objet', reason: 'Le label ne porte pas sur ce module.' };
  }
  if (item.mode === 'manual')
    return { ...row, verdict: 'a_verifier', reason: 'Seule une personne peut le vérifier.' };
  return {
    ...row,
    verdict: 'non_verifie',
    reason: 'Aucun contrôle automatique n’existe encore pour ce point.',
  };
}
