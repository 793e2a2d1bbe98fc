import { comparisonSchema, reportSchema } from '@qualepref/crawler';
import { resultsSchema } from '@qualepref/core';
import { code, table } from './markdown.ts';
import { keysOf, type SchemaKey } from './schema-keys.ts';

interface Format {
  readonly title: string;
  readonly intro: string;
  readonly schema: object;
  /** Keys told by another format of the page. */
  readonly elsewhere?: RegExp;
}

const FORMATS: readonly Format[] = [
  {
    title: 'report.json',
    intro:
      'The whole report, for a program. These keys stay; others may be added. Findings and defects point at each other by id, and grid rows at findings. Two runs on an unchanged site differ in `execution` only. Schema: `@qualepref/crawler/schemas/report.json`.',
    schema: reportSchema,
    elsewhere: /^changes\./,
  },
  {
    title: 'comparaison.json',
    intro:
      'What `qualepref compare` writes, and what `changes` holds in the report of an audit with `--since`. Schema: `@qualepref/crawler/schemas/comparison.json`.',
    schema: comparisonSchema,
  },
  {
    title: 'Published results',
    intro:
      'What `<qp-results-badge>` reads: a file that the préfecture publishes, `schemaVersion` 1. A rate published without its counts is shown, never added up. Schema: `@qualepref/core/schemas/results.json`.',
    schema: resultsSchema,
  },
];

/** `docs/json-formats.md`, from the schemas. */
export function formatsPage(): string {
  return `# JSON formats

Written from the schemas by \`npm run docs\`: change the schemas, not this page.

Days are ISO (\`2026-11-24\`), campaigns quarters (\`2026-T4\`), and counts keep their numerator and denominator. Texts come from the audited site or are French sentences: they are data, to be escaped by whoever shows them. \`a[]\` is each value of a list.

${FORMATS.map(part).join('\n')}`;
}

function part({ title, intro, schema, elsewhere }: Format): string {
  const keys = keysOf(schema).filter(({ path }) => elsewhere?.test(path) !== true);
  const rows = keys.map((key) => [
    code(key.path),
    code(key.type.replaceAll('"', '')),
    key.isRequired ? 'yes' : '',
    noteOf(key),
  ]);
  return `## ${title}\n\n${intro}\n\n${table(['key', 'type', 'always there', 'what it holds'], rows)}`;
}

/** The shape of a value that the schema of the model refuses in French is one that people write by hand. */
function noteOf({ told, expected, type }: SchemaKey): string {
  if (told !== undefined) return told;
  return expected === undefined || type.includes('"') || expected.startsWith('Invalid') ? '' : expected;
}
