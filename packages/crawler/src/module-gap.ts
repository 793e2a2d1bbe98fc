import { appliesTo, grid, type Config } from '@qualepref/core';
import type { Proposal } from './proposal.ts';

/**
 * Why an item of a module is not to be looked at: the label has not that module,
 * or the configuration does not say. `null` when it is.
 */
export function moduleGap(item: string, { label }: Pick<Config, 'label'>): Proposal | null {
  const line = grid.find(({ id }) => id === item);
  if (!line || appliesTo(line, { modules: label?.modules ?? [] })) return null;
  const module = String(line.module);
  return label
    ? {
        item,
        answer: 'sans_objet',
        why: `Le label configuré ne comprend pas le module ${module}, dont relève ce point.`,
        excerpts: [],
      }
    : {
        item,
        answer: 'non_verifie',
        why: `Ce point relève du module ${module} : indiquer le label et ses modules dans qualepref.yml (label.modules).`,
        excerpts: [],
      };
}
