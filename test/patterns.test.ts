import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';

const PACKAGES = join(import.meta.dirname, '..', 'packages');
/** Characters of what is read: sites, files and people can send as much of anything. */
const LENGTH = 100_000;
/** Milliseconds: far more than any takes, far less than what goes through the text once for each of its characters. */
const FROZEN = 1000;

/** Every pattern that stands in the sources, with a file that has it. */
function patterns(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(PACKAGES, { recursive: true, encoding: 'utf8' })) {
    if (!/^[a-z]+[/\\]src[/\\].*\.ts$/.test(name) || /\.(?:test|bench|stories)\.ts$/.test(name)) continue;
    const path = join(PACKAGES, name);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.set(node.text, relative(PACKAGES, path));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

const long = (unit: string): string => `${unit.repeat(LENGTH / unit.length)}\u0001`;
/** What makes a pattern that hesitates go back, character after character. */
const REPEATED = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\n',
    '-',
    '.',
    '/',
    '<',
    '"',
    ',',
    'é',
    '\u00A0',
    '(',
    '[',
    ':',
    '=',
    '&',
    '%',
    '@',
  ],
  ...['a ', '1 ', 'a1', 'a.', 'a-', 'a,', '<a ', '01 ', '<!--', '()'],
].map(long);

/** The words of a pattern, each over and over: what gets it furthest before it fails. */
function ownTexts(pattern: string): readonly string[] {
  const words = [...pattern.matchAll(/[a-zà-ÿ]{2,30}/gi)].map(([word]) => word);
  return [...new Set(words)].slice(0, 4).map((word) => long(`${word} `));
}

const context = createContext({ pattern: /x/, text: '' });
const search = new Script('pattern.test(text)');

function isFrozen(pattern: RegExp, text: string): boolean {
  Object.assign(context, { pattern, text });
  try {
    search.runInContext(context, { timeout: FROZEN });
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
    throw error;
  }
}

test('no pattern of ours freezes on a long text that was made for it', { timeout: 300_000 }, () => {
  const all = patterns();
  expect(all.size).toBeGreaterThan(1000);
  const frozen: string[] = [];
  for (const [literal, file] of all) {
    const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? [];
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    // Twice: a machine that is busy can stop for a second.
    if ([...REPEATED, ...ownTexts(source)].some((text) => isFrozen(pattern, text) && isFrozen(pattern, text)))
      frozen.push(`${file}: ${literal}`);
  }
  expect(frozen).toEqual([]);
});

test('what hesitates between two ways at each character is found', () => {
  // Built, so that the sources do not hold one.
  expect(isFrozen(new RegExp(['^(?:', 's+)*$'].join('\\')), long(' '))).toBe(true);
  expect(isFrozen(/^\s*$/, long(' '))).toBe(false);
});
