import { defaultConfig } from '@qualepref/core';
import { vi } from 'vitest';
import { AuditFile, type PreviousAudit } from './audit-file.ts';
import { run } from './command.ts';
import { site } from './testing.ts';

const CONFIG = defaultConfig('https://a.fr/');
const AT = '2026-11-24T09:00:00.000Z';

/** Writes a finished audit of a site without pages. */
export function emptyAudit(path: string, campaign = '2026-T4', since?: PreviousAudit): void {
  const file = AuditFile.open(path);
  file.beginRun(AT);
  file.describe({ site: site({ campaign }), settings: '{}' }, JSON.stringify(CONFIG));
  if (since) file.noteSince(since);
  file.keepSample({ urls: [], random: 0 });
  file.finish(AT);
  file.close();
}

/** How a command ended, and what it said, with plain spaces. */
interface Told {
  readonly code: number;
  readonly said: string;
}

/** Runs `qualepref grid`. */
export const gridCommand = (...args: string[]): Promise<Told> => command('grid', ...args);

/** Runs `qualepref`. */
export async function command(...args: string[]): Promise<Told> {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await run(args);
    const said = [...stderr.mock.calls, ...stdout.mock.calls].map(([chunk]) => String(chunk)).join('');
    return { code, said: said.replace(/[\u00A0\u202F]/g, ' ') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
