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

/** Runs `qualepref grid`: its exit code, and what it says, with plain spaces. */
export async function gridCommand(...args: string[]): Promise<{ code: number; said: string }> {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await run(['grid', ...args]);
    const said = [...stderr.mock.calls, ...stdout.mock.calls].map(([chunk]) => String(chunk)).join('');
    return { code, said: said.replace(/[\u00A0\u202F]/g, ' ') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
