import type { Hono } from 'hono';
import type { RequestFacts } from '../request-facts.ts';
import { hostedNames, type HostedName, type WidgetFiles } from '../widget-files.ts';
import type { World } from '../world.ts';
import { plainStyle } from './plain-style.ts';

const YEAR = 31_536_000;
/** What a link may choose, and the version without script then has too. */
const CHOICES = ['site', 'procedure', 'theme', 'kind'];
/** Stands for the address of the server in the page to copy from. */
const EXAMPLE = 'https://qualepref.exemple.fr';

/** Serves what the build of the widgets made: files that any page may load, hosted pages, and the page to copy from. */
export function mountWidgets(app: Hono<RequestFacts>, widgets: WidgetFiles, { settings }: World): void {
  const { origins, address } = settings.server;

  app.get('/cdn/:file', (context) => {
    context.set('policy', 'file');
    const file = widgets.files.get(context.req.param('file'));
    if (!file) return context.notFound();
    const isGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    return context.body(new Uint8Array(isGzip ? file.gzipped : file.body), 200, {
      'content-type': file.type,
      'cache-control': `public, max-age=${String(YEAR)}, immutable`,
      'access-control-allow-origin': '*',
      vary: 'accept-encoding',
      ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
    });
  });

  for (const name of hostedNames)
    app.get(`/${name}`, (context) => {
      context.set('policy', 'hosted');
      const query = new URLSearchParams();
      for (const choice of CHOICES) {
        const value = context.req.query(choice);
        if (value !== undefined && /^[a-z0-9.-]{1,60}$/.test(value)) query.set(choice, value);
      }
      return context.html(hostedPage(name, widgets.pages[name], origins, query));
    });

  const snippets = snippetsPage(widgets.snippets, address.replace(/\/$/, ''));
  app.get('/integrer', (context) => {
    context.set('policy', 'page');
    return context.html(snippets);
  });
}

/** The page as it was built, with the addresses of its files here, the sites that are told its height, and a way without script. */
function hostedPage(
  name: HostedName,
  built: string,
  origins: readonly string[],
  query: URLSearchParams = new URLSearchParams(),
): string {
  const plain = (locale: string): string =>
    `/${name}/simple?${new URLSearchParams([...query, ['locale', locale]]).toString().replaceAll('&', '&amp;')}`;
  return built
    .replace('name="qualepref-parents" content=""', `name="qualepref-parents" content="${origins.join(' ')}"`)
    .replaceAll(/(href|src)="((?:hosted|qualepref)-[\w.-]+)"/g, '$1="/cdn/$2"')
    .replace(
      '</main>',
      `<p><a href="${plain('fr')}">Version simple, sans script</a> – <a lang="en" hreflang="en" href="${plain('en')}">Plain version, without scripts</a></p>\n<p><a href="/mes-donnees?locale=fr">Vos données personnelles</a> – <a lang="en" hreflang="en" href="/mes-donnees?locale=en">Your personal data</a></p>\n</main>`,
    );
}

function snippetsPage(built: string, address: string): string {
  return built
    .replace(/<p>Remplacer partout .*?<\/p>\n/, '')
    .replaceAll(EXAMPLE, address)
    .replace('</title>', `</title>\n<link rel="stylesheet" href="/style/${plainStyle.file}">`)
    .replace('<h1>', '<main>\n<h1>')
    .replace('</html>', '</main>\n</html>');
}
