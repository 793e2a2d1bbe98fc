import { siteChoices } from '../agent-places.ts';
import type { AgentAsked } from '../agent-route.ts';
import { blank, choose } from './agent-form.ts';
import type { Html } from './agent-html.ts';

/**
 * The site that a list is narrowed to.
 *
 * @param none what stands for all of them; one has to be chosen without it
 */
export function siteFilter(asked: AgentAsked<unknown>, value: string | undefined, none?: string): Html {
  return choose(blank, {
    ...{ name: 'site', label: 'Site', isFilter: true, value },
    ...(none === undefined ? {} : { none }),
    choices: siteChoices(asked),
  });
}
