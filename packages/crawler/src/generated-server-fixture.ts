import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Serves a faultless generated site of so many pages from a process of its own. */
export async function serveGenerated(pages: number): Promise<{ readonly home: string; close(): void }> {
  const script = join(import.meta.dirname, 'generated-server.ts');
  const server = spawn(process.execPath, ['--conditions=@qualepref/source', script, String(pages)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(server.stdout, 'data')) as [Buffer];
  return { home: String(address).trim(), close: () => server.kill() };
}
