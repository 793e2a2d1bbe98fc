import { createAddressing } from './address.ts';
import type { Check } from './check.ts';
import type { HtmlFacts, PageFacts, RenderedFacts } from './facts.ts';
import { readHtml, readRendered, type ReadContext } from './read.ts';
import { page, rendered, verdictLine } from './testing.ts';

/** Reads a page written in a test, as `/Demarches/Passeport` of the site unless told otherwise. */
export function read(
  html: string,
  {
    path = '/Demarches/Passeport',
    contentType = 'text/html; charset=utf-8',
    ...context
  }: Partial<ReadContext> & { readonly path?: string; readonly contentType?: string } = {},
): HtmlFacts {
  const source = { url: `https://www.exemple.gouv.fr${path}`, contentType };
  return readHtml(new TextEncoder().encode(html), source, {
    addressing: createAddressing({ address: 'https://www.exemple.gouv.fr', aliases: [] }),
    isListedProcedure: () => false,
    pinned: {},
    ...context,
  });
}

/** What a page check answers of what the main part of a page holds, in the form of `verdictLine`. */
export function verdictOf(check: Check, main: string): string[] {
  return verdictLine(check, pageOf(`<main>${main}</main>`));
}

/** The page that a body makes, as the audit reads it; nobody opened it in a browser. */
export function pageOf(body: string): PageFacts {
  return page(read(`<!doctype html><html lang="fr"><body>${body}</body></html>`));
}

/** The same of a page that a browser showed, with the marks of its snapshot (`qp-name`…) and what probes saw. */
export function shownVerdictOf(check: Check, main: string, probes: RenderedFacts['probes'] = {}): string[] {
  const content = readRendered(
    `<html lang="fr"><body><main>${main}</main></body></html>`,
    'https://www.exemple.gouv.fr/',
  );
  return verdictLine(check, page({}, { rendered: rendered({ content, probes }) }));
}
