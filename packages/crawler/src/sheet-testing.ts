import type { Feed } from './feed.ts';
import { fingerprint, foldTitle } from './feed-fingerprint.ts';
import type { FeedParagraph, FeedSheet } from './feed-sheet.ts';

/** A paragraph that every reader of the sheet is shown. */
export function paragraph(text: string, partial: Partial<FeedParagraph> = {}): FeedParagraph {
  return { text, kind: 'paragraph', isConditional: false, isLocal: false, ...partial };
}

/** A sheet of our own wording, verified on 1 October 2026; a test states only what differs. */
export function feedSheet(partial: Partial<FeedSheet> = {}): FeedSheet {
  const number = partial.number ?? 'F1342';
  return {
    number,
    audience: 'particuliers',
    schema: '3.5',
    type: 'Fiche d’information',
    title: 'Carte de promeneur : première demande',
    shortTitles: [],
    description: null,
    date: '2026-10-01',
    importantChange: null,
    url: `https://www.service-public.gouv.fr/particuliers/vosdroits/${number}`,
    contributor: 'Service Public / Direction de l’information légale et administrative (Premier ministre)',
    sources: [],
    theme: null,
    parents: [],
    warnings: [],
    paragraphs: NATIONAL.map((text) => paragraph(text)),
    values: ['25 €', '10 ans'],
    services: [],
    links: [],
    pivots: [],
    targets: [],
    cerfa: null,
    ...partial,
  };
}

/** What that sheet says. */
export const NATIONAL: readonly string[] = [
  'La carte de promeneur est délivrée à toute personne qui en fait la demande auprès de son département.',
  'La demande coûte 25 € et se règle par timbre fiscal acheté avant le rendez-vous.',
  'La carte est valable 10 ans à partir du jour de sa remise au guichet.',
  'Présentez une photo récente, un justificatif de domicile et l’ancienne carte si vous en avez une.',
];

/** A feed held in memory. */
export function feedOf(
  sheets: readonly FeedSheet[],
  redirections: Readonly<Record<string, string>> = {},
  info: Partial<Feed['info']> = {},
): Feed {
  const byNumber = new Map(sheets.map((sheet) => [sheet.number, sheet]));
  const byTitle = Map.groupBy(sheets, ({ title }) => foldTitle(title));
  const holders = new Map<number, Set<string>>();
  for (const { number, paragraphs } of sheets) {
    for (const { text } of paragraphs) {
      const print = fingerprint(text);
      if (print === null) continue;
      const own = holders.get(print) ?? new Set<string>();
      holders.set(print, own.add(number));
    }
  }
  return {
    info: {
      schema: '3.5',
      publishedOn: null,
      downloadedOn: '2026-11-24T06:00:00Z',
      sheets: sheets.length,
      audiences: ['particuliers', 'professionnels'],
      newest: '2026-11-23',
      ...info,
    },
    sheet: (number) => byNumber.get(number),
    redirection: (number) => redirections[number],
    byTitle: (folded) => (byTitle.get(folded) ?? []).map(({ number }) => number),
    candidates(prints) {
      const shared = new Map<string, number>();
      for (const print of new Set(prints))
        for (const number of holders.get(print) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
      return Array.from(shared, ([number, count]) => ({ number, shared: count })).sort(
        (a, b) => b.shared - a.shared || a.number.localeCompare(b.number),
      );
    },
    withPivot: (pivots) =>
      sheets
        .filter((sheet) => sheet.pivots.some((pivot) => pivots.includes(pivot)))
        .map(({ number, title, url }) => ({ number, title, url })),
  };
}

/** The block of a sheet as sites print it, with its number, its source and its date; `inside` stands in the place of its text. */
export function sheetHtml(
  sheet: FeedSheet,
  {
    inside = sheet.paragraphs.map(({ text }) => `<p>${text}</p>`).join('\n'),
    date = '1er octobre 2026',
    local = '',
  }: { readonly inside?: string; readonly date?: string; readonly local?: string } = {},
): string {
  return `<main><h1>${sheet.title}</h1><div id="comarquage" class="comarquage" data-fiche="${sheet.number}">
<h2>${sheet.title}</h2>${inside}
<p class="spPublicationDate">Vérifié le ${date} - Service Public / Direction de l’information légale et administrative (Premier ministre)</p>
<p><a href="${sheet.url ?? ''}">Lire la fiche « ${sheet.title} » sur Service-Public</a></p></div>${local}</main>`;
}
