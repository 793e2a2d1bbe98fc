import { createAddressing } from './address.ts';
import type { Check } from './check.ts';
import type { HtmlFacts } from './facts.ts';
import { readHtml, type ReadContext } from './read.ts';
import { page, verdictLine } from './testing.ts';

/** Reads a page written in a test, as `/Demarches/Passeport` of the site unless told otherwise. */
export function read(
  html: string,
  { path = '/Demarches/Passeport', ...context }: Partial<ReadContext> & { readonly path?: string } = {},
): HtmlFacts {
  const source = { url: `https://www.exemple.gouv.fr${path}`, contentType: 'text/html; charset=utf-8' };
  return readHtml(new TextEncoder().encode(html), source, {
    addressing: createAddressing({ address: 'https://www.exemple.gouv.fr', aliases: [] }),
    isListedProcedure: () => false,
    pinned: {},
    ...context,
  });
}

/** What a page check answers of what the main part of a page holds, in the form of `verdictLine`. */
export function verdictOf(check: Check, main: string): string[] {
  return verdictLine(
    check,
    page(read(`<!doctype html><html lang="fr"><body><main>${main}</main></body></html>`)),
  );
}
