import { QualeprefError } from '@qualepref/core';
import { installedChromium, isExecutable } from './chromium-path.ts';

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
  return installedChromium(env);
}
