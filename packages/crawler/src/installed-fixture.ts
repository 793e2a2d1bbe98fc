import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folder of a package that the project does not depend on and that is measured
 * beside it: in the folder that `BENCH_TOOLS` names, in this one, or where
 * `npm install --global` puts it. `undefined` where it is not installed.
 */
export function installed(name: string): string | undefined {
  const global = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  const tools = process.env['BENCH_TOOLS'];
  const roots = [
    ...(tools === undefined ? [] : [join(tools, 'node_modules')]),
    join(import.meta.dirname, '..', '..', '..', 'node_modules'),
    global,
  ];
  return roots.map((root) => join(root, name)).find((folder) => existsSync(join(folder, 'package.json')));
}
