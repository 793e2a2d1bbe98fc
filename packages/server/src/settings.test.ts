import { parseConfig, QualeprefError, type Config } from '@qualepref/core';
import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';
import { exampleConfig, exampleEnvironment } from './testing.ts';

function faults(config: Config, env: Record<string, string | undefined> = {}): string[] {
  try {
    settingsOf(config, { ...exampleEnvironment, ...env });
  } catch (error) {
    if (error instanceof QualeprefError) return error.message.split('\n');
  }
  return [];
}

test('a sound configuration and environment give the settings, with their defaults', () => {
  const settings = settingsOf(exampleConfig, exampleEnvironment);
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 8080, trustedProxies: 0 });
  expect(settings.serves).toEqual({ public: true, agents: true });
  expect(settings.server.retention).toEqual({ appointments: 3, feedback: 24, journal: 12 });
});

test('all that is wrong is said at once', () => {
  const told = faults(exampleConfig, {
    QUALEPREF_SECRET: 'court',
    PORT: '80a',
    METRICS_PORT: '99999',
    TRUSTED_PROXIES: '-1',
    DATABASE_URL: 'mysql://exemple',
    SMTP_URL: 'exemple',
    QUALEPREF_SERVES: 'tout',
  });
  expect(told.map((line) => line.split('\u00a0')[0])).toEqual([
    'QUALEPREF_SECRET',
    'PORT',
    'METRICS_PORT',
    'TRUSTED_PROXIES',
    'DATABASE_URL',
    'SMTP_URL',
    'QUALEPREF_SERVES',
  ]);
});

test('agents can sign in over https, and over http on one’s own machine only', () => {
  const at = (address: string) =>
    faults({
      ...exampleConfig,
      ...(exampleConfig.server ? { server: { ...exampleConfig.server, address } } : {}),
    });
  expect(at('http://127.0.0.1:8080')).toEqual([]);
  expect(at('http://localhost')).toEqual([]);
  expect(at('http://rdv.exemple.gouv.fr')).toHaveLength(1);
  expect(at('http://localhost.exemple.fr')).toHaveLength(1);
});

test('a message never repeats a secret', () => {
  expect(faults(exampleConfig, { QUALEPREF_SECRET: 'court' }).join()).not.toContain('court');
  expect(faults(exampleConfig, { DATABASE_URL: 'mysql://u:motdepasse@h/b' }).join()).not.toContain(
    'motdepasse',
  );
});

test('the embedded database in production is refused unless told', () => {
  expect(faults(exampleConfig, { NODE_ENV: 'production' })).toHaveLength(1);
  expect(faults(exampleConfig, { NODE_ENV: 'production', QUALEPREF_EMBEDDED: 'oui' })).toEqual([]);
  expect(faults(exampleConfig, { NODE_ENV: 'production', DATABASE_URL: 'postgres://h/b' })).toEqual([]);
});

test('a configuration without a server section, or that names what is not there, is refused', () => {
  const { server, ...audit } = exampleConfig;
  expect(faults({ ...audit, server: undefined })).toEqual([
    expect.stringContaining('la section server manque'),
  ]);
  if (!server) throw new Error('no server');
  const wrong: Config = {
    ...exampleConfig,
    server: { ...server, feedbackService: 'nulle-part', codes: { ailleurs: 'AIL' } },
  };
  expect(faults(wrong).map((line) => /«\u00a0([\w-]+)\u00a0»/.exec(line)?.[1])).toEqual([
    'nulle-part',
    'ailleurs',
  ]);
});

test('a procedure booked on own slots says its id and where it is received', () => {
  const procedures = [{ label: { fr: 'Passeport' }, booking: { mode: 'own-slots' } }];
  const { server } = exampleConfig;
  const parsed = parseConfig({ site: { address: 'https://www.exemple.gouv.fr' }, procedures });
  if (!('config' in parsed) || !server) throw new Error('unsound');
  expect(
    faults({ ...parsed.config, sites: exampleConfig.sites, services: exampleConfig.services, server }),
  ).toHaveLength(2);
});
