import { QualeprefError } from '@qualepref/core';

const NAME = /^[A-Z_][A-Z0-9_]*$/i;
const READY = /^(?:Basic|Bearer) [!-~]+$/i;

/**
 * The `authorization` header of the requests to the site's own servers. The
 * configuration names a variable of the environment, so that it can be handed
 * around, and no message repeats what might be a secret.
 *
 * @param variable holds `name:password`, or a whole `Bearer …` or `Basic …`
 * @throws QualeprefError `config-auth` when it is no name of a variable, `auth-missing` when it holds nothing to send
 */
export function authorizationFrom(variable: string, environment: Readonly<NodeJS.ProcessEnv>): string {
  if (!NAME.test(variable)) {
    throw new QualeprefError(
      'config-auth',
      'La clé site.auth doit nommer une variable d’environnement (des lettres, des chiffres et _), par exemple QUALEPREF_AUTH, jamais le mot de passe lui-même : l’y remplacer.',
    );
  }
  const secret = environment[variable]?.trim() ?? '';
  if (READY.test(secret)) return secret;
  if (/^[^:\s][^:]*:./.test(secret)) return `Basic ${Buffer.from(secret).toString('base64')}`;
  throw new QualeprefError(
    'auth-missing',
    secret === ''
      ? `La configuration prend l’accès au site dans la variable d’environnement ${variable}, qui est vide ou absente : lui donner « nom:mot de passe », ou « Bearer jeton ».`
      : `La variable d’environnement ${variable} ne contient pas un accès au site : lui donner « nom:mot de passe », ou « Bearer jeton ».`,
  );
}
