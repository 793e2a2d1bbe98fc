import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { QualeprefError } from '@qualepref/core';

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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium, Chrome or Edge: `CHROMIUM_PATH` first, then the PATH, then
 * the usual places. `undefined` when there is none: Playwright may have its own.
 *
 * @throws QualeprefError `chromium-missing` when `CHROMIUM_PATH` names no program
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new QualeprefError(
      'chromium-missing',
      `CHROMIUM_PATH désigne « ${given} », qui n’est pas un programme : corriger ce chemin, ou vider la variable pour qu’un navigateur soit cherché.`,
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(env)].find(isExecutable);
}
