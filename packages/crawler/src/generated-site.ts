import { randomFrom } from '@qualepref/core';
import { deflateSync, crc32 } from 'node:zlib';
import { FOOTER, headerOf, mainOf, STYLE, SCRIPT } from './generated-parts.ts';

/** One answer of a generated site. */
export interface GeneratedFile {
  readonly type: string;
  readonly body: Uint8Array;
}

/** A defect put there on purpose, and where an exhaustive audit must find it. */
export interface PlantedDefect {
  /** Where the defect comes from: the pages of a template share it, a content is one page's own. */
  readonly level: 'template' | 'content';
  /**
   * What finds it: the HTML alone; a browser, and the HTML of the element
   * announces it (no alternative, a style of its own); or only a browser.
   */
  readonly seen: 'html' | 'announced' | 'browser';
  /** Code of the check, or `axe/` and the rule. */
  readonly code: string;
  /** What its element or its page bears, so that two defects of one rule are told apart. */
  readonly mark: string;
  /** Paths. */
  readonly pages: readonly string[];
}

/** A site made by seed: same pages, same seed, same bytes. Nothing is kept: pages are made when asked. */
export interface GeneratedSite {
  readonly address: string;
  /** Paths of the pages, home first. */
  readonly pages: readonly string[];
  readonly templateOf: (path: string) => TemplateName;
  readonly file: (path: string) => GeneratedFile | undefined;
  readonly defects: readonly PlantedDefect[];
}

export type TemplateName = (typeof TEMPLATES)[number]['name'];

/** What each template weighs in the site, and the fault that its pages share. */
const TEMPLATES = [
  { name: 'fiche', share: 0.34, fault: 'button-name', seen: 'announced' },
  { name: 'article', share: 0.26, fault: 'color-contrast', seen: 'browser' },
  { name: 'liste', share: 0.18, fault: 'link-name', seen: 'announced' },
  { name: 'telechargements', share: 0.12, fault: 'image-alt', seen: 'browser' },
  { name: 'annuaire', share: 0.06, fault: 'aria-required-attr', seen: 'announced' },
  { name: 'formulaire', share: 0.04, fault: 'label', seen: 'announced' },
] as const;

/** Faults that a contributor leaves on one page: a share of the pages has each. */
const CONTENTS = [
  { mark: 'sans-titre', code: 'no-title', seen: 'html', share: 0.01 },
  { mark: 'sans-langue', code: 'no-lang', seen: 'html', share: 0.005 },
  { mark: 'sans-h1', code: 'no-heading', seen: 'html', share: 0.01 },
  { mark: 'sans-date', code: 'no-date', seen: 'html', share: 0.02 },
  { mark: 'photo-muette', code: 'axe/image-alt', seen: 'announced', share: 0.02 },
  { mark: 'texte-pale', code: 'axe/color-contrast', seen: 'announced', share: 0.01 },
  { mark: 'cadre-muet', code: 'axe/frame-title', seen: 'announced', share: 0.01 },
  { mark: 'bandeau-pale', code: 'axe/color-contrast', seen: 'browser', share: 0.01 },
] as const;

/** What a page bears of its own. */
export type ContentMark = (typeof CONTENTS)[number]['mark'];

/**
 * A préfecture site of any size: about 680 elements a page, a heavy header and
 * footer, six templates, faults of templates and of contents whose truth is known.
 *
 * @param faultless leaves every fault out
 */
export function generatedSite({
  pages: count,
  seed,
  faultless = false,
}: {
  readonly pages: number;
  readonly seed: string;
  readonly faultless?: boolean;
}): GeneratedSite {
  const random = randomFrom(seed);
  const templates = new Map<string, TemplateName>();
  const marks = new Map<string, ContentMark[]>();
  for (let n = 0; n < count; n++) {
    const name = n < TEMPLATES.length ? (TEMPLATES[n]?.name ?? 'fiche') : drawTemplate(random());
    const path = n === 0 ? '/' : pathOf(name, n);
    templates.set(path, name);
    const own = CONTENTS.filter(({ share }) => random() < share).map(({ mark }) => mark);
    marks.set(path, faultless || n === 0 ? [] : own);
  }
  const pages = [...templates.keys()];
  const places = new Map(pages.map((path, at) => [path, at]));
  const templateOf = (path: string): TemplateName => templates.get(path) ?? 'fiche';
  return {
    address: 'https://www.brume-generee.gouv.fr',
    pages,
    templateOf,
    file: (path) => {
      const name = templates.get(path);
      if (name === undefined) return assetOf(path);
      const at = places.get(path) ?? 0;
      return text(
        'text/html; charset=utf-8',
        pageOf(path, at, name, marks.get(path) ?? [], pages, faultless),
      );
    },
    defects: faultless ? [] : defectsOf(templates, marks),
  };
}

function drawTemplate(drawn: number): TemplateName {
  let below = 0;
  for (const { name, share } of TEMPLATES) {
    below += share;
    if (drawn < below) return name;
  }
  return 'fiche';
}

const RUBRICS: Readonly<Record<TemplateName, string>> = {
  fiche: 'Demarches',
  article: 'Actualites',
  liste: 'Services-de-l-Etat',
  telechargements: 'Publications',
  annuaire: 'Annuaire',
  formulaire: 'Contacts',
};

function pathOf(name: TemplateName, n: number): string {
  return `/${RUBRICS[name]}/Rubrique-${String(n % 12)}/Page-${String(n)}`;
}

function defectsOf(
  templates: ReadonlyMap<string, TemplateName>,
  marks: ReadonlyMap<string, readonly ContentMark[]>,
): PlantedDefect[] {
  const pages = [...templates.keys()];
  const shared = TEMPLATES.map(({ name, fault, seen }): PlantedDefect => ({
    level: 'template',
    seen,
    code: `axe/${fault}`,
    mark: `gabarit-${name}`,
    pages: pages.filter((path) => templates.get(path) === name),
  }));
  const own = pages.flatMap((path) =>
    CONTENTS.filter(({ mark }) => marks.get(path)?.includes(mark)).map(
      ({ mark, code, seen }): PlantedDefect => ({
        level: 'content',
        seen,
        code,
        mark,
        pages: [path],
      }),
    ),
  );
  return [...shared.filter(({ pages: concerned }) => concerned.length > 0), ...own];
}

function pageOf(
  path: string,
  at: number,
  name: TemplateName,
  marks: readonly ContentMark[],
  pages: readonly string[],
  faultless: boolean,
): string {
  const has = (mark: ContentMark): boolean => marks.includes(mark);
  const heading = `${RUBRICS[name].replaceAll('-', ' ')}, page ${String(at)}`;
  return `<!DOCTYPE html>
<html${has('sans-langue') ? '' : ' lang="fr"'}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${has('sans-titre') ? '' : `${heading} - Les services de l’État dans la Brume`}</title>
<link rel="stylesheet" href="/assets/gabarit.css"><script src="/assets/gabarit.js" defer></script>
</head><body class="page-${name}">
${headerOf(name === 'fiche' ? 0 : 1)}
<main role="main" id="main" class="fr-container">
<nav role="navigation" class="fr-breadcrumb" aria-label="vous êtes ici :"><ol class="fr-breadcrumb__list">
<li><a class="fr-breadcrumb__link" href="/">Accueil</a></li><li><a class="fr-breadcrumb__link" aria-current="page">${heading}</a></li></ol></nav>
${has('sans-h1') ? `<p class="fr-h1">${heading}</p>` : `<h1>${heading}</h1>`}
${has('sans-date') ? '' : `<p class="date-maj">Mis à jour le 0${String((at % 9) + 1)}/10/2026</p>`}
${mainOf(name, { at, faultless, links: neighbours(at, pages), random: randomFrom(path) })}
${has('photo-muette') ? '<p class="photo-muette"><img src="/contenu/image/photo-1.png"></p>' : ''}
${has('texte-pale') ? '<p class="texte-pale" style="color:#b5b5b5">Service fermé le premier lundi du mois.</p>' : ''}
${has('cadre-muet') ? '<div class="cadre-muet"><iframe src="/cadres/plan"></iframe></div>' : ''}
<div class="fr-callout"><p class="fr-callout__text fr-text--clair" id="bandeau-${String(at)}">Les guichets reçoivent sur rendez-vous.</p></div>
${has('bandeau-pale') ? '<p class="fr-callout__text fr-text--clair">Les guichets ferment le soir.</p>' : ''}
</main>
${FOOTER}
</body></html>
`;
}

/** Every page is linked from another: a crawler reaches the whole site by following links. */
function neighbours(at: number, pages: readonly string[]): string[] {
  const children = Array.from({ length: 12 }, (_, i) => pages[at * 12 + i + 1]);
  return [...children, pages[Math.floor(at / 12)], pages[at + 1]].filter((path) => path !== undefined);
}

function text(type: string, body: string): GeneratedFile {
  return { type, body: Buffer.from(body) };
}

function assetOf(path: string): GeneratedFile | undefined {
  if (path === '/assets/gabarit.css') return text('text/css; charset=utf-8', STYLE);
  if (path === '/assets/gabarit.js') return text('text/javascript; charset=utf-8', SCRIPT);
  const photo = /^\/contenu\/image\/photo-(\d+)\.png$/.exec(path)?.[1];
  if (photo !== undefined) return { type: 'image/png', body: picture(320, 180, Number(photo)) };
  if (path === '/cadres/plan')
    return text(
      'text/html; charset=utf-8',
      '<!DOCTYPE html><html lang="fr"><head><title>Plan</title></head><body><main><h1>Plan</h1></main></body></html>',
    );
  if (/^\/contenu\/telechargement\/[\w/.-]+\.pdf$/.test(path))
    return { type: 'application/pdf', body: Buffer.from('%PDF-1.4\n%%EOF\n') };
  return undefined;
}

/** A plain picture, in PNG. */
function picture(width: number, height: number, hue: number): Uint8Array {
  const row = Buffer.alloc(1 + width * 3, (hue * 37) % 200);
  row[0] = 0;
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    const sum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
