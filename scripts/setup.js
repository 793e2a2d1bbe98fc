// npm start and npm test begin here, on a machine where nothing is prepared:
// plain JavaScript, no dependency, Node 20. It does what is missing, says so,
// then runs the command it was given on the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.js';
import { isInstalled } from './install.js';
import { installedOffice } from './test-office.js';
import { prepareTestTools } from './test-tools.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const remembered = join(root, 'node_modules', '.qualepref-setup.json');

/** @param {string} line */
const say = (line) => console.error(`Préparation : ${line}`);

// Commands are .cmd files there, which only a shell runs.
const isWindows = process.platform === 'win32';

/** @returns {string} path of a browser that starts */
function readyBrowser() {
  const known = existsSync(remembered) ? JSON.parse(readFileSync(remembered, 'utf8')).path : undefined;
  const wished = process.env['CHROMIUM_PATH'];
  if (known && existsSync(known) && (!wished || wished === known)) return known;
  const browser = findBrowser(root, say);
  if (wished && browser.path !== wished)
    say(`CHROMIUM_PATH (${wished}) ne démarre pas, il est laissé de côté.`);
  say(
    `navigateur ${browser.path}, version ${browser.version}${browser.sandbox ? '' : ' (sans bac à sable : il ne démarre pas avec)'}.`,
  );
  writeFileSync(remembered, JSON.stringify(browser, null, 2));
  return browser.path;
}

function prepare() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`Node ${process.versions.node} est trop ancien : installer Node 20 ou plus récent.`);
  }
  if (!isInstalled(root)) {
    say('installation des dépendances (npm ci)…');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: isWindows,
    });
    if (status !== 0 || !isInstalled(root)) {
      throw new Error('npm ci a échoué : lire son message ci-dessus, puis relancer la commande.');
    }
  }
  return readyBrowser();
}

/**
 * Without a shell or another npm in between, which would lose signals and exit code.
 *
 * @param {string} command
 * @param {string[]} args
 */
function runCommand(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: isWindows });
  // A terminal sends ctrl-C to every process by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // npm passes SIGTERM on to its shell, which dies of it and tells nobody.
  const { ppid } = process;
  const look = setInterval(() => process.ppid === ppid || child.kill('SIGTERM'), 250);
  child.on('exit', (code, signal) => {
    clearInterval(look);
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
}

const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error('Usage : node scripts/setup.js <commande> [arguments…]');
try {
  process.env['CHROMIUM_PATH'] = prepare();
  // Only tests need other browsers, and LibreOffice.
  if (command === 'vitest') {
    prepareTestTools(say);
    const office = installedOffice();
    if (office !== undefined) process.env['LIBREOFFICE_PATH'] = office;
  }
  // Before the system's Node, which this script runs on the first time.
  process.env['PATH'] = join(root, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? '');
  runCommand(command, args);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
