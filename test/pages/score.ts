import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cases } from './index.ts';
import { answerTo, isAsExpected, judgeCases, told, type Judged } from './judge.ts';

/**
 * Prints how many of the faults of our own cases are found and how many sound
 * cases are failed, by criterion, with axe-core alone beside; with a path, also
 * writes it there as a page of the documentation, whose other sections stay.
 */
const [path] = process.argv.slice(2);
const judged = await judgeCases(cases);
const rows = [...Map.groupBy(judged, (one) => one.case.criterion)].sort(([a], [b]) =>
  a.localeCompare(b, 'en', { numeric: true }),
);
const lines = [
  '| critère | cas fautifs | trouvés | par axe-core seul | cas sains | accusés à tort | par axe-core seul |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows.map(([criterion, own]) => row(criterion, own)),
  row('**ensemble**', judged),
];
const text = `${lines.join('\n')}\n`;
process.stdout.write(text);
for (const one of judged) if (!isAsExpected(one)) process.stdout.write(`${told(one)}\n`);
if (path !== undefined) {
  const sections = existsSync(path) ? (/\n## .*$/s.exec(readFileSync(path, 'utf8'))?.[0] ?? '') : '';
  writeFileSync(path, page(text) + sections);
}

function row(name: string, own: readonly Judged[]): string {
  const faulty = own.filter((one) => one.case.expected === 'failed');
  const sound = own.filter((one) => one.case.expected !== 'failed');
  const failed = (list: readonly Judged[], only?: 'axe'): number =>
    list.filter((one) => answerTo(one, only) === 'failed').length;
  const cells = [
    ...[faulty.length, failed(faulty), failed(faulty, 'axe')],
    ...[sound.length, failed(sound), failed(sound, 'axe')],
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function page(table: string): string {
  return `# Score of the accessibility checks on our own cases

The cases are in \`test/pages\`: small pages that must fail, must pass or must not apply, by RGAA criterion. \`npm run score\` judges them as \`qualepref audit --single\` does. A faulty case is found only when a check answers \`failed\` under its criterion; a sound one is accused when any does. We wrote the cases and the checks: the table tells what is covered, not how a stranger's pages would fare. A public corpus was judged too: see [benchmarks.md](benchmarks.md#corpus-public-daccessibilité).

${table}`;
}
