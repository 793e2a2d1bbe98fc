import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT = '/usr/bin/apt-get';

/**
 * Where Firefox may be on this machine: the long-supported one first, whose
 * engine is the oldest that the widgets meet.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function firefoxCandidates(platform, env) {
  const wished = env['FIREFOX_PATH'] ? [env['FIREFOX_PATH']] : [];
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(Boolean);
    return [...wished, ...roots.map((root) => `${root}\\Mozilla Firefox\\firefox.exe`)];
  }
  if (platform === 'darwin') return [...wished, '/Applications/Firefox.app/Contents/MacOS/firefox'];
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean);
  return [
    ...wished,
    ...['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
  ];
}

/**
 * The Firefox that tests drive; undefined when there is none.
 *
 * @returns {string | undefined}
 */
export function installedFirefox() {
  return firefoxCandidates(process.platform, process.env).find((path) => existsSync(path));
}

/**
 * Sees to it that there is one, as far as can be done without asking: on Debian
 * and Ubuntu as root, by apt-get, in some ten seconds.
 *
 * @param {(line: string) => void} say
 */
export function prepareFirefox(say) {
  if (installedFirefox()) return;
  if (process.getuid?.() === 0 && existsSync(APT)) {
    say('Firefox manque pour les tests : installation par apt-get (environ 80 Mo)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = () =>
      spawnSync(APT, ['install', '-y', '--no-install-recommends', 'firefox-esr'], {
        stdio: ['ignore', 2, 2],
        env,
      }).status === 0;
    if (!install()) {
      spawnSync(APT, ['update'], { stdio: ['ignore', 2, 2], env });
      install();
    }
    if (installedFirefox()) return;
  }
  say(FIREFOX_ADVICE);
}

export const FIREFOX_ADVICE =
  'Firefox manque : les tests des composants dans Firefox échoueront. L’installer (Debian : sudo apt-get install -y firefox-esr), ou en indiquer un par FIREFOX_PATH.';
