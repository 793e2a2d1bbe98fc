import type { AxeNode } from './facts.ts';
import type { FoundNode } from './render-probes.ts';

/** A node of axe's answer. */
export interface RawNode {
  /** One selector a frame, itself in several parts across shadow trees. */
  readonly target: readonly (string | readonly string[])[];
  readonly html: string;
  readonly summary: string;
}

/**
 * The element that axe names. On a very large page axe may give up looking for a
 * selector and answer `:root`: the opening tag then tells the component, and no
 * place is better than a wrong one.
 */
export function axeNode({ target, html, summary }: RawNode, found: FoundNode | undefined): AxeNode {
  const selectors = target.flat();
  const isLost = selectors.includes(':root') && !/^<html\b/i.test(html);
  return {
    selector: isLost ? '' : selectors.join(' >>> '),
    zone: found?.zone ?? 'body',
    component: isLost ? openingTag(html) : (found?.component ?? ''),
    ...(found?.isInNamed ? { isInNamed: true as const } : {}),
    ...(found?.isInTrail ? { isInTrail: true as const } : {}),
    ...(found?.holdsItems ? { holdsItems: true as const } : {}),
    html: html.slice(0, 500),
    summary: summary.slice(0, 500),
  };
}

/** Tag and sorted classes. */
function openingTag(html: string): string {
  const [, tag = '', attributes = ''] = /^<([^\s/>]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)/.exec(html) ?? [];
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.match(/\S+/g) ?? [];
  return [tag, ...[...new Set(classes)].sort()].join('.');
}
