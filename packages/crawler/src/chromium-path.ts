import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

/** Where Windows and macOS put a browser that is not on the PATH. */
function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (dir) => dir !== undefined,
  );
  return [
    ...programs.map((dir) => join(dir, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    ...programs.map((dir) => join(dir, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
    join('/', 'Applications', 'Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome'),
    join('/', 'Applications', 'Microsoft Edge.app', 'Contents', 'MacOS', 'Microsoft Edge'),
    join('/', 'Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
  ];
}

/** Whether a path is that of a program. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser of this machine, from the PATH or a usual place. Imports nothing of ours: the tests' configuration is read before any build. */
export function installedChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(env)].find(isExecutable);
}
