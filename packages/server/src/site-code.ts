import type { Settings } from './settings.ts';

const SHORTEST = 2;
const LONGEST = 8;

/** The letters that references of a site begin with: those of the configuration, else those of its id. */
export function siteCode({ server }: Pick<Settings, 'server'>, site: string): string {
  const letters = site
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, LONGEST);
  return server.codes[site] ?? letters.padEnd(SHORTEST, 'X');
}
