import { cantTell, failed, pageCheck, type Check, type Problem } from '../check.ts';

const base = { items: ['TEC-09'], severity: 'minor' } as const;
const codes = {
  'script-error': {
    ...base,
    text: 'Un script de la page s’arrête sur une erreur (« {error} ») : ce qu’il devait montrer ou faire peut manquer. La signaler à qui tient le script.',
  },
  'doubtful-error': {
    ...base,
    text: 'Une erreur est apparue pendant l’affichage (« {error} »), dont l’audit peut être la cause, n’ayant pas d’accès au réseau : ouvrir la page, et voir si tout s’y affiche.',
  },
  'console-error': {
    ...base,
    severity: 'info',
    text: 'Un script a écrit une erreur dans la console du navigateur (« {error} ») : ouvrir la page, et voir si tout s’y affiche.',
  },
  'missing-file': {
    ...base,
    text: 'La page charge un fichier qui n’existe plus ({file}) : le publier de nouveau, ou l’ôter de la page.',
  },
  'mixed-content': {
    ...base,
    severity: 'major',
    text: 'La page, en https, charge en http ce que le navigateur refuse alors ({file}) : en donner une adresse en https.',
  },
  'mixed-picture': {
    ...base,
    text: 'La page, en https, montre une image ou un média en http ({file}), que les navigateurs demandent en https et qui manque s’il n’y répond pas : en donner l’adresse en https.',
  },
} as const;

type Code = keyof typeof codes;

/**
 * A page that a browser opens shows all that it holds. The audit’s browser has
 * no network: an error counts only on a page to which nothing was withheld.
 */
export const pageErrors: Check = pageCheck<Code, 'html'>({
  id: 'page-errors',
  needs: 'html',
  codes,
  applies: ({ html, rendered }) => rendered?.opening !== undefined || (html.unsafe ?? []).some(isLoaded),
  *judge({ html, rendered }) {
    const opening = rendered?.opening;
    for (const error of opening?.errors ?? [])
      yield opening?.isHampered === true
        ? cantTell('doubtful-error', { error }, { quote: error, cause: error })
        : failed('script-error', { error }, { quote: error, cause: error });
    for (const error of opening?.complaints ?? [])
      yield cantTell('console-error', { error }, { quote: error, cause: error });
    for (const file of opening?.gone ?? [])
      yield failed('missing-file', { file }, { quote: file, cause: file });
    const refused = opening?.blocked ?? [];
    for (const file of refused) yield failed('mixed-content', { file }, { quote: file, cause: file });
    for (const unsafe of (html.unsafe ?? []).filter(isLoaded)) {
      const { kind, url: file, ...place } = unsafe;
      if (refused.includes(file)) continue;
      const at = { place, quote: file, cause: file };
      yield problemOf(kind === 'active', file, at);
    }
  },
});

function isLoaded({ kind }: { readonly kind: string }): boolean {
  return kind !== 'form';
}

function problemOf(isActive: boolean, file: string, at: Problem['at']): Problem<Code> {
  return isActive ? failed('mixed-content', { file }, at) : cantTell('mixed-picture', { file }, at);
}
