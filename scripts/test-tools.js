import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ADVICE, installedFirefox, installedWebKit } from './test-browsers.js';
import { installedOffice, OFFICE_ADVICE } from './test-office.js';

const APT = '/usr/bin/apt-get';

/**
 * Sees to it that the engines of Firefox and Safari and a LibreOffice are there
 * for the tests, as far as can be done without asking: on Debian and Ubuntu as
 * root, by apt-get, in some thirty seconds for the browsers and ten for
 * LibreOffice (90 MB to download, 290 on the disk).
 *
 * @param {(line: string) => void} say
 */
export function prepareTestTools(say) {
  const isLinux = process.platform === 'linux';
  const missing = () => [
    ...(installedFirefox() ? [] : ['firefox-esr']),
    ...(!isLinux || installedWebKit() ? [] : ['webkitgtk-webdriver', 'xvfb']),
    ...(installedOffice() ? [] : ['libreoffice-calc-nogui']),
  ];
  const names = missing();
  if (names.length === 0) return;
  if (process.getuid?.() === 0 && existsSync(APT)) {
    say(`installation par apt-get de ce qui manque aux tests (${names.join(', ')})…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    /** @param {string[]} args */
    const apt = (...args) => spawnSync(APT, args, { stdio: ['ignore', 2, 2], env }).status === 0;
    /** @param {string[]} packages */
    const install = (...packages) => apt('install', '-y', '--no-install-recommends', ...packages);
    // One that this distribution does not have must not keep the others out.
    if (!install(...names) && apt('update') && !install(...names)) for (const name of names) install(name);
  }
  const left = missing();
  if (left.includes('libreoffice-calc-nogui')) say(OFFICE_ADVICE);
  if (left.some((name) => name !== 'libreoffice-calc-nogui')) say(ADVICE);
}
