import { existsSync } from 'node:fs';

/**
 * Where LibreOffice may be on this machine.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function officeCandidates(platform, env) {
  const wished = env['LIBREOFFICE_PATH'] ? [env['LIBREOFFICE_PATH']] : [];
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(Boolean);
    // The one that waits for its work to end, and writes to the console.
    return [...wished, ...roots.map((root) => `${root}\\LibreOffice\\program\\soffice.com`)];
  }
  if (platform === 'darwin') return [...wished, '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean);
  return [
    ...wished,
    ...['soffice', 'libreoffice'].flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
  ];
}

/**
 * The LibreOffice that tests open spreadsheets with; undefined when there is none.
 *
 * @returns {string | undefined}
 */
export function installedOffice() {
  return officeCandidates(process.platform, process.env).find((path) => existsSync(path));
}

export const OFFICE_ADVICE =
  'il manque LibreOffice : le test des classeurs relus par LibreOffice échouera. L’installer (Debian : sudo apt-get install -y --no-install-recommends libreoffice-calc-nogui), ou en indiquer un par LIBREOFFICE_PATH.';
