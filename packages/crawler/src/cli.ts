#!/usr/bin/env node
import './memory.ts';
import { stopOnceUnread } from './unread-output.ts';

/** Older versions lack what the audit file and the sources need, and would fail further on with an obscure error. */
const NEEDED = 24;
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `qualepref a besoin de Node.js ${String(NEEDED)} ou plus récent ; celui-ci est ${process.versions.node}. Depuis une copie du projet, passer par « npm run -s qualepref -- … ».\n`,
  );
  process.exitCode = 2;
} else {
  stopOnceUnread();
  // Afterwards, also once bundled: the libraries would be loaded before the heap has its bounds.
  const { run } = await import('./command.ts');
  process.exitCode = await run(process.argv.slice(2));
}
