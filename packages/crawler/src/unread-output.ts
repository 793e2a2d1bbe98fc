/** Has the work stop, as a signal would, once nobody reads its lines any more: `head` has seen enough. */
export function stopOnceUnread(): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.kill(process.pid, 'SIGTERM');
    else throw new Error(`standard output: ${code ?? 'unknown'}`);
  });
  // Progress that nobody reads keeps no report from being written.
  process.stderr.on('error', () => undefined);
}
