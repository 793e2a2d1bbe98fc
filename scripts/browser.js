import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * A browser that was launched once.
 *
 * @typedef {{ path: string, sandbox: boolean, version: string }} Browser
 * @typedef {{ path: string, reason: string }} Refusal why a browser that is there does not count
 */

const ON_PATH = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const ON_WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const ON_MACOS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

/** It writes its own version, so that what comes back proves that a page was opened. */
const PAGE = 'data:text/html,<script>document.write(navigator.userAgent)</script>';

/**
 * Where a browser may be on this machine, the preferred one first.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function candidates(platform, env) {
  const wished = env['CHROMIUM_PATH'] ? [env['CHROMIUM_PATH']] : [];
  return [...wished, ...usualPlaces(platform, env)];
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function usualPlaces(platform, env) {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean);
    return ON_WINDOWS.flatMap((place) => roots.map((root) => `${root}\\${place}`));
  }
  if (platform === 'darwin') {
    return ON_MACOS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean);
  return ON_PATH.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/**
 * Opens a page, with the sandbox if at all possible.
 *
 * @param {string} path
 * @returns {Browser | Refusal}
 */
export function launch(path) {
  let reason = '';
  for (const sandbox of [true, false]) {
    const profile = mkdtempSync(join(tmpdir(), 'qualepref-'));
    const flags = ['--headless', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`];
    if (!sandbox) flags.push('--no-sandbox');
    const { stdout, stderr, error } = spawnSync(path, [...flags, '--dump-dom', PAGE], {
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
    });
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    const version = /Chrome\/(\d+)/.exec(stdout ?? '')?.[1];
    if (version) return { path, sandbox, version };
    reason = error?.message ?? stderr.trim().split('\n').pop() ?? '';
  }
  return { path, reason };
}

/**
 * The first browser that starts: one that is there, else Playwright's, else the
 * distribution's.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Browser}
 */
export function findBrowser(root, say) {
  /** @type {Refusal[]} */
  const refusals = [];
  /** @param {string[]} paths */
  const firstOf = (paths) => {
    for (const path of paths.filter((place) => existsSync(place))) {
      const tried = launch(path);
      if ('version' in tried) return tried;
      refusals.push(tried);
    }
    return undefined;
  };
  const { platform, env } = process;
  if (env['CHROMIUM_PATH'] && !existsSync(env['CHROMIUM_PATH'])) {
    refusals.push({ path: env['CHROMIUM_PATH'], reason: 'ce fichier n’existe pas' });
  }
  const isRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');

  const present = firstOf(candidates(platform, env));
  if (present) return present;

  say('aucun navigateur utilisable : téléchargement de Chromium (environ 100 Mo)…');
  if (!run(process.execPath, [playwright, 'install', 'chromium-headless-shell'])) {
    say('ce téléchargement a échoué.');
  }
  const downloaded = firstOf(downloads(playwright));
  if (downloaded) return downloaded;

  if (isRoot && hasApt && downloads(playwright).length > 0) {
    say('Chromium ne démarre pas : installation des bibliothèques système qui lui manquent…');
    run(process.execPath, [playwright, 'install-deps', 'chromium-headless-shell']);
    const completed = firstOf(downloads(playwright));
    if (completed) return completed;
  }

  if (isRoot && hasApt) {
    say('installation de Chromium par apt-get…');
    run('apt-get', ['update']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (!run('apt-get', ['install', '-y', '--no-install-recommends', name])) continue;
      const installed = firstOf(candidates(platform, env));
      if (installed) return installed;
    }
  }
  throw new Error(adviceFor(refusals));
}

/**
 * What to do by hand, and why nothing that is there would do.
 *
 * @param {readonly Refusal[]} refusals
 * @returns {string}
 */
export function adviceFor(refusals) {
  return [
    'aucun navigateur n’a pu être lancé. Installer Chromium, puis relancer la commande :',
    '  Debian : sudo apt-get update && sudo apt-get install -y chromium',
    '  Ubuntu : sudo npx playwright-core install-deps chromium-headless-shell && npx playwright-core install chromium-headless-shell',
    'ou indiquer un Chrome, Chromium ou Edge déjà installé, par exemple : CHROMIUM_PATH=/chemin/du/navigateur npm start',
    ...refusals.map(({ path, reason }) => `  essayé : ${path} (${reason || 'ne répond pas'})`),
  ].join('\n');
}

/**
 * The browsers that this version of Playwright has downloaded.
 *
 * @param {string} playwright
 * @returns {string[]}
 */
function downloads(playwright) {
  const plan = spawnSync(process.execPath, [playwright, 'install', '--dry-run', 'chromium-headless-shell'], {
    encoding: 'utf8',
  });
  const folder = /Install location:\s+(.+)/.exec(plan.stdout)?.[1]?.trim();
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(chrome-)?headless[-_]shell(\.exe)?$/.test(basename(file)))
    .map((file) => join(folder, file));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it ended well
 */
function run(command, args) {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  };
  // Its output goes to stderr: stdout is for the script that comes after.
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}
