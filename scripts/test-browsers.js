import { existsSync } from 'node:fs';

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
 * What drives WebKitGTK, which only Linux has: undefined when a part is missing.
 *
 * @returns {{ driver: string, browser: string, display: string } | undefined}
 */
export function installedWebKit() {
  /** @param {string[]} names */
  const found = (...names) =>
    (process.env['PATH'] ?? '')
      .split(':')
      .flatMap((folder) => names.map((name) => `${folder}/${name}`))
      .find((path) => existsSync(path));
  const driver = found('WebKitWebDriver');
  const display = found('Xvfb');
  const browser = MINI_BROWSERS.find((path) => existsSync(path));
  return driver && display && browser ? { driver, browser, display } : undefined;
}

const MINI_BROWSERS = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

export const ADVICE =
  'il manque un navigateur : les tests des composants dans Firefox ou WebKit échoueront. Installer Firefox (Debian : sudo apt-get install -y firefox-esr webkitgtk-webdriver xvfb), ou en indiquer un par FIREFOX_PATH.';
