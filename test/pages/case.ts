/** A small page and what must be found on it, by RGAA criterion. */
export interface Case {
  /** Check that it is written for. */
  readonly check: string;
  /** RGAA criterion judged: `10.11`. */
  readonly criterion: string;
  /** `doubt`: a person must look, so that a failure would be wrong. */
  readonly expected: 'failed' | 'passed' | 'inapplicable' | 'doubt';
  /** What the page shows, in a few words. */
  readonly title: string;
  readonly html: string;
  /** Files beside it, by name: scripts, style sheets, pictures. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

interface Written {
  readonly title: string;
  /** What the main part holds after its title; the rest of the page is sound. */
  readonly body?: string;
  /** Added to the head. */
  readonly head?: string;
  /** Put before the main part: header, menu. */
  readonly before?: string;
  /** The whole page, instead of all that. */
  readonly html?: string;
  readonly files?: Case['files'];
}

/** The cases of one check. */
export function casesOf(
  check: string,
  criterion: string,
  written: Readonly<Partial<Record<Case['expected'], readonly Written[]>>>,
): Case[] {
  return (['failed', 'passed', 'inapplicable', 'doubt'] as const).flatMap((expected) =>
    (written[expected] ?? []).map(({ title, files, ...page }) => ({
      ...{ check, criterion, expected, title, html: page.html ?? pageAround(page) },
      ...(files ? { files } : {}),
    })),
  );
}

function pageAround({ body = '', head = '', before = '' }: Omit<Written, 'title'>): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Renouveler un titre de séjour - Les services de l’État en Exemple</title>
${head}
</head>
<body>
<a href="#contenu">Aller au contenu</a>
${before}
<main id="contenu" tabindex="-1">
<h1>Renouveler un titre de séjour</h1>
${body}
</main>
</body>
</html>
`;
}

/** More stops than keys are sent on a page where nothing listens: the rest are given the focus. */
export const longMenu: string = `<ul>${Array.from({ length: 70 }, (_, at) => `<li><a href="/commune-${String(at)}">Commune ${String(at)}</a></li>`).join('')}</ul>`;
