import type { HtmlFacts, PageFacts } from './facts.ts';
import type { Settings } from './check.ts';
import { ownTitle } from './own-title.ts';
import { fold } from './text.ts';

type Read = Pick<PageFacts, 'url'> & { readonly html: HtmlFacts };

const QUALITY =
  /\b(?:demarche|politique|engagements?|charte|label|programme) (?:de (?:la )?)?qualite\b|\bqualite (?:de l'accueil|de service|du service|de nos services)|\bqual-?e-?pref\b|\bservices publics ?\+/;

/** Whether the page is one of the quality programme: pinned, below a pinned one, or so named. */
export function isQualityPage(page: Read, { config }: Pick<Settings, 'config'>): boolean {
  const { quality, results } = config.pages;
  if ([quality, results].some((pinned) => pinned !== undefined && isAtOrBelow(page.url, pinned))) return true;
  return quality === undefined && isAboutQuality(page);
}

/** Whether its title is that of a page of the quality programme. */
export function isAboutQuality({ html }: Pick<Read, 'html'>): boolean {
  if (html.kind === 'home' || html.breadcrumb.some((name) => /^actualites?$/.test(fold(name)))) return false;
  return QUALITY.test(fold(ownTitle(html)));
}

/** Whether an address is that one or lies below it. */
export function isAtOrBelow(url: string, root: string): boolean {
  return url === root || url.startsWith(root.endsWith('/') ? root : `${root}/`);
}
