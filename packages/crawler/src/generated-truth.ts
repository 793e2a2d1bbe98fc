import { createAddressing } from './address.ts';
import type { RenderedFacts } from './facts.ts';
import type { GeneratedSite, PlantedDefect } from './generated-site.ts';
import { readHtml } from './read.ts';
import type { Answer } from './render.ts';
import { candidateOf, type SampleCandidate } from './sample.ts';

/** Answers a browser from a generated site. */
export function answerOf(site: GeneratedSite): Answer {
  return (url) => {
    const { origin, pathname } = new URL(url);
    const file = origin === site.address ? site.file(decodeURI(pathname)) : undefined;
    if (!file) return Promise.resolve(null);
    const headers = { 'content-type': file.type };
    const { body } = file;
    const answer = { url, outcome: 'ok' as const, status: 200, headers, fetchedOn: '2026-11-24', body };
    return Promise.resolve({ url, moved: false, answer });
  };
}

/** What the sample of a generated site is chosen from. */
export function candidatesOf(site: GeneratedSite): SampleCandidate[] {
  const { address } = site;
  const addressing = createAddressing({ address, aliases: [] });
  const context = { addressing, isListedProcedure: () => false, pinned: {} };
  return site.pages.map((path) => {
    const url = new URL(path, address).href;
    const html = readHtml(
      site.file(path)?.body ?? new Uint8Array(),
      { url, contentType: 'text/html' },
      context,
    );
    return candidateOf(url, html, false);
  });
}

/** Rule and selector of all that axe-core answered on a page. */
export function foundIn({ axe }: RenderedFacts): string[] {
  return axe.flatMap(({ rule, nodes }) => nodes.map(({ selector }) => `${rule} ${selector}`));
}

/** Whether these renderings show a planted defect: its rule, on one of its pages, on an element that bears or holds its mark. */
export function found(defect: PlantedDefect, rendered: ReadonlyMap<string, RenderedFacts>): boolean {
  const rule = defect.code.replace('axe/', '');
  return defect.pages.some((path) =>
    rendered.get(path)?.axe.some((result) => {
      const bears = ({ html, component, selector }: (typeof result.nodes)[number]): boolean =>
        `${html} ${component} ${selector}`.includes(MARKS[defect.mark] ?? defect.mark);
      return result.rule === rule && result.nodes.some(bears);
    }),
  );
}

/** Marks that axe names by what stands inside the marked element, or by its own class. */
const MARKS: Readonly<Record<string, string>> = {
  'gabarit-telechargements': 'visionneuse',
  'cadre-muet': 'iframe',
  'bandeau-pale': 'fr-callout__text',
};
