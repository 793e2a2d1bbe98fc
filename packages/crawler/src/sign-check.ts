import { cantTell, failed, pageCheck, type Check, type CodeSpec, type Look, type Problem } from './check.ts';
import { contentOf, type ContentFacts } from './content.ts';
import type { HtmlFacts, PageFacts } from './facts.ts';
import type { Sign } from './sign.ts';

type SignFamily = {
  [Name in keyof ContentFacts]-?: ContentFacts[Name] extends readonly Sign[] ? Name : never;
}[keyof ContentFacts];

/** A code of a check of signs: `isDoubt` when a person must look. */
export interface SignCode extends CodeSpec {
  readonly isDoubt?: boolean;
}

/**
 * A check that judges what readers found in the families named: each sign is a code of the same name, or another
 * check's. `more` tells what only a browser saw.
 */
export function signCheck({
  id,
  families,
  codes,
  applies = () => true,
  alsoSees = [],
  more = () => [],
}: {
  readonly id: string;
  readonly families: readonly SignFamily[];
  readonly codes: Readonly<Record<string, SignCode>>;
  readonly applies?: (page: PageFacts & { readonly html: HtmlFacts }) => boolean;
  readonly alsoSees?: readonly Look[];
  readonly more?: (page: PageFacts) => Iterable<Problem>;
}): Check {
  return pageCheck({
    id,
    needs: 'html',
    alsoSees,
    codes,
    applies: (page) => contentOf(page) !== undefined && applies(page),
    *judge(page) {
      const content = contentOf(page);
      if (!content) return;
      const isRendered = page.rendered?.content === content;
      for (const { sign, quote, about, cause, line, ...rest } of families.flatMap<Sign>(
        (name) => content[name],
      )) {
        const code = codes[sign];
        if (!code) continue;
        // Lines are of the source: what a browser shows has none.
        const place = isRendered ? rest : { ...rest, line };
        const problem = code.isDoubt === true ? cantTell : failed;
        yield problem(sign, { about }, { place, quote, cause });
      }
      yield* more(page);
    },
  });
}
