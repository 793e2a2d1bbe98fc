import { expect, test } from 'vitest';
import { commandAgain, listenForInterruption } from './interruption.ts';

test('a signal asks to stop and gives its exit code; the same one passed on by npm changes nothing', () => {
  let said = 0;
  const interruption = listenForInterruption(() => (said += 1));
  try {
    expect(interruption.code).toBeUndefined();
    process.emit('SIGTERM', 'SIGTERM');
    process.emit('SIGTERM', 'SIGTERM');
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.code).toBe(143);
    interruption.say();
    interruption.say();
    expect(said).toBe(1);
  } finally {
    interruption.forget();
  }
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

test('the command to type again is the one typed, in the same way, without --new', () => {
  const args = ['audit', 'https://a.fr/', '--out', 'mon dossier', '--new'];
  expect(commandAgain(args, undefined)).toBe('qualepref audit https://a.fr/ --out "mon dossier"');
  expect(commandAgain(args, 'qualepref')).toBe(
    'npm run -s qualepref -- audit https://a.fr/ --out "mon dossier"',
  );
  expect(commandAgain(args, 'start')).toBe('npm start');
});
