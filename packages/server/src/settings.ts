import { resolve } from 'node:path';
import { loadConfig } from '@qualepref/crawler';
import { feedbackThemes, QualeprefError, type Config, type ServerConfig } from '@qualepref/core';
import { widgetFolder } from './widget-files.ts';
import { isTrialAddress } from './agent-cookie.ts';

/** What the server runs with: the configuration file, and the environment for secrets and addresses. */
export interface Settings {
  readonly config: Config;
  readonly server: ServerConfig;
  /** Key of every token, digest and seal; at least 32 characters. */
  readonly secret: string;
  readonly databaseUrl?: string;
  /** Folder of the embedded database and of audits. */
  readonly data: string;
  /** Folder of what the build of the widgets made. */
  readonly widgets: string;
  readonly host: string;
  readonly port: number;
  /** Proxies in front that may be believed about the address of who asks. */
  readonly trustedProxies: number;
  /** `smtp://…`; without it messages are written into the folder `courriels` of the data. */
  readonly smtpUrl?: string;
  /** Where what the process counts can be read, on this machine only; nowhere without it. */
  readonly metricsPort?: number;
  readonly audits: {
    /** Folder of the configurations of more sites to audit, one `.yml` each. */
    readonly folder?: string;
    /** Whether a site on a private address may be audited: a trial, an intranet. */
    readonly allowPrivate: boolean;
  };
  /** Whether agents’ pages and public routes are served by this process. */
  readonly serves: { readonly public: boolean; readonly agents: boolean };
}

type Environment = Readonly<Record<string, string | undefined>>;

const SHORTEST_SECRET = 32;

/**
 * Reads the configuration and the environment. All that is wrong is said at
 * once.
 *
 * @throws QualeprefError those of `loadConfig`; `server-settings` with a line a fault
 */
export async function loadSettings(path: string, env: Environment): Promise<Settings> {
  const config = await loadConfig(path);
  return settingsOf(config, env, path);
}

/** @throws QualeprefError `server-settings` with a line a fault */
export function settingsOf(config: Config, env: Environment, path = 'qualepref.yml'): Settings {
  const faults = [...serverFaults(config, path), ...environmentFaults(env)];
  const { server } = config;
  if (faults.length > 0 || server === undefined)
    throw new QualeprefError('server-settings', faults.join('\n'));
  const parts = env['QUALEPREF_SERVES'] ?? 'public,agents';
  return {
    config,
    server,
    secret: env['QUALEPREF_SECRET'] ?? '',
    data: resolve(env['QUALEPREF_DATA'] ?? 'qualepref-donnees'),
    widgets: resolve(env['QUALEPREF_WIDGETS'] ?? widgetFolder),
    host: env['HOST'] ?? '127.0.0.1',
    port: Number(env['PORT'] ?? 8080),
    trustedProxies: Number(env['TRUSTED_PROXIES'] ?? 0),
    serves: { public: parts.includes('public'), agents: parts.includes('agents') },
    audits: {
      allowPrivate: env['QUALEPREF_ALLOW_PRIVATE'] === 'oui',
      ...(env['QUALEPREF_SITES'] ? { folder: resolve(env['QUALEPREF_SITES']) } : {}),
    },
    ...(env['METRICS_PORT'] ? { metricsPort: Number(env['METRICS_PORT']) } : {}),
    ...(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : {}),
    ...(env['SMTP_URL'] ? { smtpUrl: env['SMTP_URL'] } : {}),
  };
}

function* serverFaults({ server, sites, services, procedures }: Config, path: string): Generator<string> {
  if (!server) {
    yield `${path} : la section server manque. Y écrire au moins name, address et privacy (controller, officer).`;
    return;
  }
  if (sites.length === 0) yield `${path} : aucun site d’accueil. En décrire au moins un dans sites.`;
  if (server.address.startsWith('http:') && !isTrialAddress(server.address))
    yield `${path} : server.address commence par http. Attendu : https, sans quoi les agents ne peuvent pas se connecter ; http://127.0.0.1 et http://localhost conviennent pour un essai.`;
  const { feedbackService, codes } = server;
  if (feedbackService !== undefined && !services.some(({ id }) => id === feedbackService))
    yield `${path} : server.feedbackService nomme « ${feedbackService} », qui n’est pas l’identifiant d’un service. L’ajouter à services, ou en nommer un autre.`;
  for (const { site, theme, service } of server.feedbackOwners) {
    if (!services.some(({ id }) => id === service))
      yield `${path} : server.feedbackOwners nomme « ${service} », qui n’est pas l’identifiant d’un service. L’ajouter à services, ou en nommer un autre.`;
    if (site !== undefined && !sites.some(({ id }) => id === site))
      yield `${path} : server.feedbackOwners nomme « ${site} », qui n’est pas l’identifiant d’un site. Corriger ou retirer cette ligne.`;
    if (theme !== undefined && !feedbackThemes.value.some(({ id }) => id === theme))
      yield `${path} : server.feedbackOwners nomme « ${theme} », qui n’est pas l’identifiant d’un thème (${feedbackThemes.value.map(({ id }) => id).join(', ')}). Corriger ou retirer cette ligne.`;
  }
  for (const id of Object.keys(codes))
    if (!sites.some((site) => site.id === id))
      yield `${path} : server.codes nomme « ${id} », qui n’est pas l’identifiant d’un site. Corriger ou retirer cette ligne.`;
  for (const { id, booking, sites: own, label } of procedures) {
    if (booking?.mode !== 'own-slots') continue;
    if (id === undefined)
      yield `${path} : la démarche « ${label.fr} » se prend sur des créneaux propres et n’a pas d’identifiant. Lui donner un id.`;
    if (own.length === 0)
      yield `${path} : la démarche « ${label.fr} » se prend sur des créneaux propres et n’a pas de site. Nommer ceux qui reçoivent dans sites.`;
  }
}

function* environmentFaults(env: Environment): Generator<string> {
  const secret = env['QUALEPREF_SECRET'] ?? '';
  if (secret.length < SHORTEST_SECRET)
    yield `QUALEPREF_SECRET : un secret d’au moins ${String(SHORTEST_SECRET)} caractères est attendu. En tirer un, par exemple avec « openssl rand -base64 48 », et le garder : les liens envoyés en dépendent.`;
  if (!isWhole(env['PORT'], 65_535)) yield 'PORT : un numéro de port est attendu, de 0 à 65535.';
  if (!isWhole(env['METRICS_PORT'], 65_535))
    yield 'METRICS_PORT : un numéro de port est attendu, de 0 à 65535.';
  if (!isWhole(env['TRUSTED_PROXIES'], 10))
    yield 'TRUSTED_PROXIES : le nombre de serveurs mandataires placés devant est attendu, de 0 à 10.';
  if (env['DATABASE_URL'] && !/^postgres(?:ql)?:\/\//.test(env['DATABASE_URL']))
    yield 'DATABASE_URL : une adresse postgres:// est attendue.';
  if (env['SMTP_URL'] && !/^smtps?:\/\//.test(env['SMTP_URL']))
    yield 'SMTP_URL : une adresse smtp:// ou smtps:// est attendue.';
  if (env['QUALEPREF_SERVES'] && !/^(?:public|agents|public,agents)$/.test(env['QUALEPREF_SERVES']))
    yield 'QUALEPREF_SERVES : public, agents ou public,agents est attendu.';
  if (env['NODE_ENV'] === 'production' && !env['DATABASE_URL'] && env['QUALEPREF_EMBEDDED'] !== 'oui')
    yield 'DATABASE_URL : en production, les rendez-vous du public vont dans PostgreSQL. Donner son adresse, ou QUALEPREF_EMBEDDED=oui pour un essai.';
}

function isWhole(value: string | undefined, largest: number): boolean {
  return value === undefined || (/^\d{1,5}$/.test(value) && Number(value) <= largest);
}
