// The pages that links, QR codes and frames lead to, and what makes a frame as high as its contents.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { integrityOf, version } from './cdn.js';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Tag, title and words of each page, by the name that snippets give it. */
export const HOSTED = {
  'rendez-vous': {
    tag: 'qp-appointment-booking',
    file: 'appointment-booking',
    title: { fr: 'Prendre un rendez-vous', en: 'Book an appointment' },
    fallback: 'Pour prendre rendez-vous sans cette page, appelez ou écrivez à la préfecture.',
  },
  reclamations: {
    tag: 'qp-feedback-form',
    file: 'feedback-form',
    title: { fr: 'Faire une réclamation ou une suggestion', en: 'Make a complaint or a suggestion' },
    fallback: 'Vous pouvez aussi écrire à la préfecture par courrier.',
  },
  resultats: {
    tag: 'qp-results-badge',
    file: 'results-badge',
    attributes: ' src="resultats.json"',
    title: { fr: 'Résultats de la démarche qualité', en: 'Quality results' },
    fallback: 'Les résultats ne s’affichent qu’avec JavaScript. La préfecture vous les donne sur demande.',
  },
};

/**
 * A hosted page.
 *
 * @param {{ tag: string, title: { fr: string, en: string }, fallback: string, attributes?: string }} page
 * @param {{ style: string, scripts: readonly { file: string, integrity: string }[], parents?: readonly string[] }} files
 *   addresses beside the page; `parents`: origins that are told how high a frame should be
 * @returns {string}
 */
export function hostedPage({ tag, title, fallback, attributes = '' }, { style, scripts, parents = [] }) {
  const script = ({ file, integrity }) =>
    `<script type="module" src="${file}" integrity="${integrity}" crossorigin="anonymous"></script>`;
  return `<!doctype html>
<html lang="fr" data-fr="${title.fr}" data-en="${title.en}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="qualepref-parents" content="${parents.join(' ')}">
<title>${title.fr}</title>
<link rel="stylesheet" href="${style}">
${scripts.map(script).join('\n')}
</head>
<body>
<main>
<h1>${title.fr}</h1>
<${tag} data-hosted${attributes}>
<p>${fallback}</p>
</${tag}>
</main>
</body>
</html>
`;
}

/**
 * What hosted pages need beside the bundles, by file name.
 *
 * @returns {Promise<{ style: [file: string, text: string], start: [file: string, text: string], frame: [file: string, text: string] }>}
 */
export async function hostedFiles() {
  const number = await version();
  return {
    style: [`hosted-${number}.css`, await readFile(join(folder, 'build', 'hosted.css'), 'utf8')],
    start: [`hosted-${number}.js`, await script('hosted-start.ts', 'esm')],
    frame: [`qualepref-frame-${number}.js`, await script('hosted-frame.ts', 'iife')],
  };
}

/** @param {readonly [file: string, text: string]} written */
export const named = ([file, text]) => ({ file, integrity: integrityOf(text) });

async function script(file, format) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'src', file)],
    ...{ format, bundle: true, minify: true, write: false, target: 'es2022', charset: 'utf8' },
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
