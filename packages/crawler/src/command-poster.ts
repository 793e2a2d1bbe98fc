import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadResults, QualeprefError, type Results } from '@qualepref/core';
import { makeFolder, writeWhole } from './disk.ts';
import { openPrinter } from './print.ts';
import { posters } from './reports/poster.ts';

/** A results file has some hundreds of lines. */
const LARGEST = 20_000_000;

/**
 * Writes the posters of a results file: `affiche-<unit>.html`, and `.pdf` where that is asked for too.
 *
 * @throws QualeprefError `usage-poster`, `poster-file`, `poster-empty`, `results`; those of writing and printing
 */
export async function posterCommand(path: string, out: string, formats: readonly string[]): Promise<void> {
  const other = formats.find((format) => !['poster', 'html', 'pdf'].includes(format));
  if (other !== undefined)
    throw new QualeprefError(
      'usage-poster',
      `L’affiche se fait d’un fichier de résultats, le format ${other} d’un fichier d’audit : demander l’affiche à part, --format poster ou --format poster,pdf.`,
    );
  const made = posters(resultsAt(path), new Date().toISOString().slice(0, 10));
  if (made.length === 0)
    throw new QualeprefError(
      'poster-empty',
      `« ${path} » ne contient aucun résultat : publier d’abord un indicateur.`,
    );
  makeFolder(out);
  const paths: string[] = [];
  const write = (name: string, content: string | Uint8Array): void => {
    writeWhole(join(out, name), content);
    paths.push(resolve(out, name));
  };
  for (const { unit, html } of made) write(`affiche-${unit}.html`, html);
  if (formats.includes('pdf')) {
    const printer = await openPrinter();
    try {
      for (const { unit, html } of made) write(`affiche-${unit}.pdf`, await printer.print(html));
    } finally {
      await printer.close();
    }
  }
  process.stdout.write(`${paths.join('\n')}\n`);
}

function resultsAt(path: string): Results {
  const found = statSync(path, { throwIfNoEntry: false });
  const wrong = (why: string, cause?: unknown): QualeprefError =>
    new QualeprefError(
      'poster-file',
      `« ${path} » ${why} : indiquer le fichier JSON des résultats publiés, celui que lit le badge.`,
      { cause },
    );
  if (found?.isFile() !== true) throw wrong('n’existe pas');
  if (found.size > LARGEST) throw wrong('est trop gros');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw wrong('n’est pas du JSON', cause);
  }
  return loadResults(value);
}
