/** Exit code of what can't be done as it was asked. */
const USAGE = 2;

/** Has the work stop, as a signal would, once nobody reads its lines any more: `head` has seen enough. */
export function stopOnceUnread(): void {
  process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') {
      process.kill(process.pid, 'SIGTERM');
      return;
    }
    process.stderr.write(
      `La sortie standard ne peut pas être écrite (${code})\u00a0: faire de la place, ou l’envoyer dans un autre fichier.\n`,
    );
    process.exit(USAGE);
  });
  // Progress that nobody reads keeps no report from being written.
  process.stderr.on('error', () => undefined);
}
