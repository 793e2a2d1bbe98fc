import { readFileSync } from 'node:fs';
import { siteFiles, strictPolicy } from '#widgets/build/site-files.ts';
import { buildDocuments, type DocumentFile } from './documents.ts';
import { plantFaults } from './faults.ts';
import { dayBefore, type Edition, type Page } from './page.ts';
import { footerPages } from './pages-footer.ts';
import { newsPages } from './pages-news.ts';
import { procedurePages } from './pages-procedures.ts';
import { listingViews, publicationPages } from './pages-publications.ts';
import { qualityPages } from './pages-quality.ts';
import { localAuthorityPages, policyPages, servicePages } from './pages-services.ts';
import { resultsPages } from './pages-results.ts';
import { sheetPages } from './pages-sheets.ts';
import { landscape, straightFromCamera } from './pictures.ts';
import { sheetJson, WIDGET_SHEETS } from './sheets.ts';
import { publishedResults } from './results.ts';
import { renderPage } from './template.ts';

/** The site with its planted faults, or without. */
export type Variant = 'faulty' | 'clean';

/** One answer of the server. */
export interface Resource {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly location?: string;
  /** Content-security policy of the page. */
  readonly policy?: string;
}

/** Everything the server answers, by decoded path. */
export interface Site {
  readonly resources: Map<string, Resource>;
  /** Paths of the pages, without pagers, print twins and error pages. */
  readonly pages: readonly string[];
  /** Paths of the files. */
  readonly documents: readonly string[];
}

const HTML = 'text/html; charset=utf-8';

/** Folder of the widgets' files. */
const WIDGETS = '/qualepref/';

/** Refuses what must not be collected: the search, the booking steps and the calls of the engine. */
const ROBOTS = `User-agent: *
Disallow: /recherche
Disallow: /booking/
Disallow: /ezjscore/
`;

/** Addresses that answer, and not as a link to them would hope. Only the faulty variant links to them. */
const REFUSALS: Readonly<Record<string, number>> = {
  '/Demarches/Accueil-des-etrangers/Retrait-au-guichet': 410,
  '/Demarches/Accueil-des-etrangers/Livret-du-formateur': 403,
  '/Demarches/Accueil-des-etrangers/Suivi-de-dossier': 500,
  '/contenu/telechargement/9001/59001/file/notice-interne.pdf': 403,
  // An error page said to be a success, as some download services answer.
  '/contenu/telechargement/9002/59002/file/avis.pdf': 200,
};

const REASONS: Readonly<Record<number, string>> = {
  200: 'Document momentanément indisponible',
  403: 'Accès refusé',
  404: 'Page introuvable',
  410: 'Page supprimée',
  500: 'Erreur interne',
};

/** Old rubrics that lead to the new ones. */
const MOVES: Readonly<Record<string, string>> = {
  '/Demarches-administratives': '/Demarches',
  '/Publications/Recueil-des-actes-administratifs': '/Publications/RAA',
};

/** Builds the whole site. Same day, same external origin: same bytes. */
export async function buildSite(options: {
  readonly variant: Variant;
  readonly today: string;
  readonly external: string;
}): Promise<Site> {
  const documents = await buildDocuments();
  const widgets = await siteFiles();
  const edition: Edition = {
    day: (daysAgo) => dayBefore(options.today, daysAgo),
    file: (key) => fileOf(documents, key),
    external: options.external,
    script: scriptTag(widgets.script),
  };
  const contents = [
    ...newsPages(edition),
    ...procedurePages(edition),
    ...sheetPages(edition),
    ...servicePages(edition),
    ...policyPages(edition),
    ...localAuthorityPages(edition),
    ...publicationPages(edition),
    ...qualityPages(edition),
    ...resultsPages(edition),
  ];
  const pages = [...contents, ...footerPages(edition, contents)];
  const sources = sourcesOf(pages, listingViews(edition));
  const planted = options.variant === 'faulty' ? plantFaults(sources, edition) : sources;

  const resources = new Map<string, Resource>();
  const add = (path: string, type: string, body: string | Buffer, status = 200): void => {
    // A page that shows a widget has the policy that its snippets ask for, and no other.
    const policy = body.includes('<qp-') ? { policy: strictPolicy() } : {};
    resources.set(path, { status, type, body: Buffer.from(body), ...policy });
  };
  for (const [path, source] of planted) add(path, path.endsWith('.json') ? 'application/json' : HTML, source);
  for (const page of pages) add(`/layout/set/print${page.path}`, HTML, renderPage(page, pages, 'print'));
  for (const { path, format, bytes } of documents.values()) {
    add(path, format === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8', bytes);
  }
  for (const [path, { type, body }] of assets()) add(path, type, body);
  for (const [path, status] of Object.entries(REFUSALS)) add(path, HTML, errorPage(status, pages), status);
  for (const [path, location] of Object.entries(MOVES)) {
    resources.set(path, { status: 301, type: HTML, body: Buffer.alloc(0), location });
  }
  for (const [name, { type, body }] of widgets.files) {
    if (type !== 'text/html') add(WIDGETS + name, `${type}; charset=utf-8`, body);
  }
  add('/resultats.json', 'application/json', JSON.stringify(publishedResults(options.today)));
  add('404', HTML, errorPage(404, pages), 404);
  add('/cartes/Roc-sur-Lande', HTML, map());
  add('/robots.txt', 'text/plain; charset=utf-8', ROBOTS);

  return {
    resources,
    pages: pages.map(({ path }) => path).filter((path) => planted.has(path)),
    documents: [...documents.values()].map(({ path }) => path),
  };
}

function scriptTag({ file, integrity }: { readonly file: string; readonly integrity: string }): string {
  return `<script type="module" src="${WIDGETS}${file}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

function fileOf(documents: ReadonlyMap<string, DocumentFile>, key: string): DocumentFile {
  const file = documents.get(key);
  if (file === undefined) throw new Error(`Document inconnu : ${key}`);
  return file;
}

function sourcesOf(pages: readonly Page[], views: readonly Page[]): Map<string, string> {
  return new Map([
    ...[...pages, ...views].map((page): [string, string] => [page.path, renderPage(page, pages)]),
    ...WIDGET_SHEETS.map((sheet): [string, string] => [`/fiches/${sheet.id}.json`, sheetJson(sheet)]),
  ]);
}

function errorPage(status: number, pages: readonly Page[]): string {
  const heading = REASONS[status] ?? 'Erreur';
  const main =
    '<p>Revenez à l’<a href="/">accueil</a> ou consultez le <a href="/Footer/Plan-du-site">plan du site</a>.</p>';
  return renderPage({ path: `/erreur/${String(status)}`, heading, summary: heading, main }, pages);
}

function assets(): [path: string, asset: { type: string; body: string | Buffer }][] {
  const own = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
  return [
    ['/assets/site.css', { type: 'text/css; charset=utf-8', body: own('site.css') }],
    ['/assets/site.js', { type: 'text/javascript; charset=utf-8', body: own('site.js') }],
    [
      '/favicon.ico',
      {
        type: 'image/svg+xml',
        body: drawing(32, 32, '<path d="M0 24 10 8l8 12 5-6 9 10z" fill="#14594a"/>'),
      },
    ],
    ['/contenu/image/1200/collines.png', { type: 'image/png', body: landscape(480, 160, 1) }],
    ['/contenu/image/1201/vue-de-brumeval.png', { type: 'image/png', body: landscape(480, 160, 2) }],
    [
      '/contenu/image/1204/vue-en-grand.png',
      { type: 'image/png', body: straightFromCamera(landscape(480, 160, 2)) },
    ],
    [
      '/contenu/image/1202/associations.svg',
      {
        type: 'image/svg+xml',
        body: drawing(
          120,
          60,
          '<g fill="#14594a"><circle cx="40" cy="20" r="10"/><circle cx="80" cy="20" r="10"/><path d="M20 55a20 20 0 0 1 40 0zM60 55a20 20 0 0 1 40 0z"/></g>',
        ),
      },
    ],
    [
      '/contenu/image/1203/carte-des-risques.svg',
      {
        type: 'image/svg+xml',
        body: drawing(
          320,
          160,
          '<path d="M0 0h320v160H0z" fill="#eef3f1"/><path d="M0 130c80-60 160 20 320-70" fill="none" stroke="#0b4d8c" stroke-width="10"/><path d="M40 20h150l-60 40z" fill="#b34000"/>',
        ),
      },
    ],
  ];
}

function drawing(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}">${content}</svg>\n`;
}

/** What the page of a sous-préfecture shows in a frame. */
function map(): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Plan d’accès</title></head>
<body><main aria-label="Plan d’accès"><h1>Plan d’accès</h1><p>Sous-préfecture, 14 rue du Vieux-Pont : de la gare, dix minutes à pied.</p></main></body>
</html>
`;
}
