import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  agentShare,
  appointmentsPerContact,
  bookingHorizon,
  bookingNotice,
  defaultConfig,
  holdMinutes,
  retentionMonths,
  returnDelay,
  serverSchema,
} from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from './config.ts';
import { initConfig } from './init.ts';

const ADDRESS = 'https://www.exemple.gouv.fr';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qualepref-init-'));
  path = join(folder, 'qualepref.yml');
});
afterEach(() => rm(folder, { recursive: true }));

const coded = (code: string) => expect.objectContaining({ code }) as Error;

test('the file written for an address can be used at once, and is alone in its folder', async () => {
  initConfig(path, ADDRESS);
  expect(await loadConfig(path)).toEqual(defaultConfig(ADDRESS));
  expect(await readdir(folder)).toEqual(['qualepref.yml']);
});

test('without an address the file asks for one, and for nothing else', async () => {
  initConfig(path);
  await expect(loadConfig(path)).rejects.toThrow(
    /^[^\n]+, ligne \d+\u00a0: «\u00a0address\u00a0» est vide\.[^\n]+$/,
  );
  const written = await readFile(path, 'utf8');
  await writeFile(path, written.replace('address:', `address: ${ADDRESS}`));
  expect(await loadConfig(path)).toEqual(defaultConfig(ADDRESS));
});

test('every example is valid and shows every key of the configuration', async () => {
  initConfig(path, ADDRESS);
  const written = await readFile(path, 'utf8');
  await writeFile(path, written.replaceAll(/^#(?=\w| {2})/gm, ''));
  const config = await loadConfig(path);
  expect(Object.keys(config.site)).toEqual(['address', 'aliases', 'servedBy', 'auth', 'headers']);
  expect(Object.keys(config.pages)).toHaveLength(6);
  expect(Object.keys(config.crawl)).toHaveLength(11);
  expect(Object.keys(config.server ?? {}).sort()).toEqual(Object.keys(serverSchema.entries).sort());
  const { booking, retention } = config.server ?? {};
  expect(retention).toEqual(retentionMonths.value);
  expect(booking).toEqual({
    ...{ notice: bookingNotice.value, horizon: bookingHorizon.value, hold: holdMinutes.value },
    ...{ agentShare: agentShare.value, returns: returnDelay.value, perContact: appointmentsPerContact.value },
  });
  expect([config.procedures, config.services, config.ignore].map((list) => list.length)).toEqual([1, 1, 1]);
});

test('an address is written so that none of it is taken for YAML', async () => {
  const address = `${ADDRESS}/a,{b}'":`;
  initConfig(path, address);
  expect((await loadConfig(path)).site.address).toBe(address);
});

test('what is not the address of a site is refused and nothing is written', async () => {
  expect(() => {
    initConfig(path, 'www.exemple.gouv.fr');
  }).toThrow(coded('config-address'));
  expect(await readdir(folder)).toEqual([]);
});

test('an existing file is left as it is', async () => {
  await writeFile(path, 'à moi');
  expect(() => {
    initConfig(path, ADDRESS);
  }).toThrow(coded('init-exists'));
  expect(await readFile(path, 'utf8')).toBe('à moi');
  expect(await readdir(folder)).toEqual(['qualepref.yml']);
});

test('a folder that is not there is told', () => {
  expect(() => {
    initConfig(join(folder, 'absent', 'qualepref.yml'));
  }).toThrow(coded('folder-unwritable'));
});
