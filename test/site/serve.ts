import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { isForApi } from '#widgets/build/service.ts';
import { siteFiles, strictPolicy, type SiteFiles } from '#widgets/build/site-files.ts';
import { resultsYaml } from './config-results.ts';
import { appointmentsYaml, welcomeYaml } from './config-welcome.ts';
import { openDesk } from './desk.ts';
import { passOn } from './pass-on.ts';
import { publishedResults } from './results.ts';
import { buildSite, type Resource, type Site, type Variant } from './site.ts';

/** One request that a server got. */
export interface LoggedRequest {
  readonly method: string;
  /** As asked: encoded, with its query. */
  readonly path: string;
  /** Whether it asked only for what is not as it was. */
  readonly isConditional: boolean;
}

/** The demonstration site while it is served. */
export interface ServedSite {
  readonly origin: string;
  readonly externalOrigin: string;
  /** What its second server answers for, by origin: sites of the State that pages lead to. */
  readonly standIns: Readonly<Record<string, string>>;
  readonly requests: readonly LoggedRequest[];
  readonly externalRequests: readonly LoggedRequest[];
  /** What it answers, by decoded path: a test changes it between two audits. */
  readonly resources: Map<string, Resource>;
  close(): Promise<void>;
}

/** What the second server answers, for the links that leave the site. */
const EXTERNAL: Readonly<Record<string, number>> = {
  '/maison-des-associations': 200,
  '/modeles-de-statuts': 200,
  '/veille-des-crues': 200,
  '/ancienne-adresse': 301,
  '/acces-reserve': 403,
  '/rendez-vous-en-ligne': 200,
};

/** Folders of the second server that stand for other sites, by origin. */
const STAND_INS: Readonly<Record<string, string>> = {
  'https://www.service-public.gouv.fr': '/service-public',
  'https://entreprendre.service-public.gouv.fr': '/service-public',
  'https://www.service-public.fr': '/ancien-service-public',
  'http://www.service-public.fr': '/service-public-en-clair',
  'https://immatriculation.ants.gouv.fr': '/titres-securises',
};
/** Where the old names of Service-Public lead, one step each. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  '/ancien-service-public': 'https://www.service-public.gouv.fr',
  '/service-public-en-clair': 'https://www.service-public.fr',
};
/** What is no more on the sites stood for. */
const WITHDRAWN: ReadonlySet<string> = new Set([
  '/service-public/particuliers/vosdroits/F10203',
  '/titres-securises/cession-2019',
]);

/** Serves the demonstration site on loopback, with a second server for the links that leave it. */
export async function serveSite(options: {
  readonly variant: Variant;
  readonly port?: number;
  readonly externalPort?: number;
  /** ISO day; pages are dated from it. */
  readonly today?: string;
  /** Origin of the server behind the widgets; one in memory answers without it. */
  readonly service?: string;
}): Promise<ServedSite> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const externalRequests: LoggedRequest[] = [];
  const external = createServer();
  const externalOrigin = await listen(external, options.externalPort ?? 0);
  const { service } = options;
  const desk = service === undefined ? openDesk(today, `${externalOrigin}/rendez-vous`) : passOn(service);
  const isForDesk = (request: IncomingMessage): boolean =>
    isForApi(request) || (service !== undefined && request.url === '/resultats.json');

  const site = await buildSite({ variant: options.variant, today, external: externalOrigin });
  const requests: LoggedRequest[] = [];
  const server = createServer(
    logged(requests, (request, response) => {
      if (isForDesk(request)) desk(request, response);
      else answer(site, request, response);
    }),
  );
  const origin = await listen(server, options.port ?? 0);
  const hosted = hostedOf(await siteFiles([origin]), origin, today);
  external.on(
    'request',
    logged(externalRequests, (request, response) => {
      if (isForApi(request)) desk(request, response);
      else if (!hosted(request, response)) answerExternal(request, response);
    }),
  );

  return {
    origin,
    externalOrigin,
    standIns: Object.fromEntries(
      Object.entries(STAND_INS).map(([own, folder]) => [own, externalOrigin + folder]),
    ),
    requests,
    externalRequests,
    resources: site.resources,
    close: async () => {
      await Promise.all([stop(server), stop(external)]);
    },
  };
}

/** Its `qualepref.yml`, for a site served at that origin. */
export function configYaml(origin: string, today = new Date().toISOString().slice(0, 10)): string {
  return `# Site fictif de démonstration, servi sur cette machine.
site:
  address: https://www.haute-brume.gouv.fr
  aliases:
    - https://haute-brume.gouv.fr
    - http://www.haute-brume.pref.gouv.fr
  servedBy: ${origin}

${welcomeYaml(today)}
procedures:
  - label: { fr: Carte nationale d’identité }
    sheet: F1342
    page: /Demarches/Papiers-et-citoyennete/Carte-nationale-d-identite
  - label: { fr: Passeport }
    page: /Demarches/Papiers-et-citoyennete/Passeport
  - label: { fr: Attestation d’accueil }
    sheet: F2191
    page: /Demarches/Fiches-pratiques/Attestation-d-accueil
  - label: { fr: Recensement citoyen }
    sheet: F870
${appointmentsYaml}
services:
  - name: Direction des migrations
    prefixes: [/Demarches/Accueil-des-etrangers]
  - name: Direction de la citoyenneté et de la légalité
    prefixes: [/Collectivites, /Demarches/Associations, /Publications/RAA]
  - name: Service de la communication interministérielle
    prefixes: [/Actualites]

${resultsYaml(today)}
pages:
  quality: /Qualite
  results: /Qualite/Resultats
  complaints: /Contact
  accessibility: /Accessibilite
  legal: /Footer/Mentions-legales
  localAuthorities: /Collectivites

ages:
  procedure: 365

crawl:
  contact: qualite@haute-brume.gouv.fr
`;
}

function logged(log: LoggedRequest[], listener: RequestListener): RequestListener {
  return (request, response) => {
    const isConditional = request.headers['if-none-match'] !== undefined;
    log.push({ method: request.method ?? '', path: request.url ?? '', isConditional });
    listener(request, response);
  };
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const resource = resourceAt(site, request);
  if (resource.location !== undefined) response.setHeader('location', resource.location);
  if (resource.policy !== undefined) response.setHeader('content-security-policy', resource.policy);
  response.setHeader('content-type', resource.type);
  response.setHeader('accept-ranges', 'bytes');
  const etag = `"${createHash('sha256').update(resource.body).digest('hex').slice(0, 16)}"`;
  if (resource.status === 200) response.setHeader('etag', etag);
  if (resource.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const { length } = resource.body;
  const range = resource.status === 200 ? rangeOf(request.headers.range, length) : undefined;
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${String(length)}` }).end();
    return;
  }
  const body = range === undefined ? resource.body : resource.body.subarray(range.first, range.last + 1);
  if (range !== undefined) {
    response.setHeader(
      'content-range',
      `bytes ${String(range.first)}-${String(range.last)}/${String(length)}`,
    );
  }
  response.writeHead(range === undefined ? resource.status : 206, { 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** `index.php` in front of any path answers the same page, and so does every host name. */
function resourceAt({ resources }: Site, { url = '/', method }: IncomingMessage): Resource {
  const missing = resources.get('404');
  if (missing === undefined) throw new Error('Le site n’a pas de page 404.');
  if (method !== 'GET' && method !== 'HEAD')
    return notice('Site fictif de démonstration : rien n’est envoyé.');
  const path = decoded(url.replace(/[?#].*$/, ''))
    .replace(/^\/index\.php(?=\/|$)/, '')
    .replace(/\/+$/, '');
  if (path.startsWith('/booking/')) return notice('Choix d’un créneau : site fictif de démonstration.');
  if (path === '/recherche') return notice('La recherche n’est pas disponible sur ce site de démonstration.');
  return resources.get(path === '' ? '/' : path) ?? missing;
}

function notice(text: string): Resource {
  const body = `<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>${text}</title></head><body><main><h1>${text}</h1></main></body></html>\n`;
  return { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(body) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** One range of bytes, from a start; other forms get the whole file, as the protocol allows. */
function rangeOf(
  header: string | undefined,
  length: number,
): { first: number; last: number } | 'unsatisfiable' | undefined {
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (start === undefined) return undefined;
  const first = Number(start);
  const last = end === undefined || end === '' ? length - 1 : Math.min(Number(end), length - 1);
  if (first >= length) return 'unsatisfiable';
  return last < first ? undefined : { first, last };
}

/** The hosted pages, as a server of the widgets would give them; says whether it answered. */
function hostedOf(
  { files }: SiteFiles,
  origin: string,
  today: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const results = JSON.stringify(publishedResults(today));
  return ({ url = '/' }, response) => {
    const name = url.slice(1).replace(/\?.*$/, '');
    const file =
      name === 'resultats.json'
        ? { type: 'application/json', body: results }
        : (files.get(name) ?? files.get(`${name}.html`));
    if (!file) return false;
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': `${strictPolicy()}; frame-ancestors ${origin}`,
    });
    response.end(file.body);
    return true;
  };
}

function answerExternal(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? '/';
  const folder = /^\/[\w-]+/.exec(url)?.[0] ?? '';
  const path = url.slice(folder.length);
  const renamed = OLD_NAMES[folder];
  const isStoodFor = Object.values(STAND_INS).includes(folder) && !path.endsWith('/robots.txt');
  const own = isStoodFor ? (WITHDRAWN.has(url) ? 410 : 200) : 404;
  const status = renamed === undefined ? (EXTERNAL[url] ?? own) : 301;
  if (status === 301)
    response.setHeader('location', renamed === undefined ? '/modeles-de-statuts' : renamed + path);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(request.method === 'HEAD' ? undefined : '<!DOCTYPE html>\n<title>Autre site</title>\n');
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Le serveur n’écoute sur aucun port.');
  return `http://127.0.0.1:${String(address.port)}`;
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
