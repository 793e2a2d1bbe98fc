import axe from 'axe-core';
import type { LitElement } from 'lit';
import { expect, vi } from 'vitest';
import { define } from './define.ts';

/** Waits until something holds: a machine that does much else may need seconds for it. */
export const soon = <T>(holds: () => T | Promise<T>): Promise<T> => vi.waitFor(holds, { timeout: 10_000 });

/**
 * Puts HTML in the page, alone, and gives its first element once it has drawn
 * itself. What was mounted before is gone.
 */
export async function mount(html: string): Promise<HTMLElement> {
  define();
  document.documentElement.lang = 'fr';
  document.title = 'Essai';
  document.body.innerHTML = `<main>${html}</main>`;
  const mounted = document.querySelector<HTMLElement>('main > *');
  if (!mounted) throw new Error('nothing was mounted');
  await settled(mounted);
  return mounted;
}

/** Waits until an element has drawn what it knows. */
export async function settled(element: HTMLElement): Promise<void> {
  while ('updateComplete' in element && !(await (element as LitElement).updateComplete));
}

/** What the shadow tree holds at a selector. */
export function within(host: Element, selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in ${host.localName}`);
  return found;
}

/** Text of the shadow tree as a reader meets it: no-break spaces are spaces. */
export function textOf(host: Element, selector = ':host > *'): string {
  const root = host.shadowRoot;
  const parts =
    selector === ':host > *' ? [...(root?.children ?? [])] : [...(root?.querySelectorAll(selector) ?? [])];
  return parts
    .filter((part) => part.localName !== 'style')
    .map((part) => (part as HTMLElement).innerText)
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .trim();
}

/** No fault that axe-core finds, in the whole page, shadow trees included. */
export async function expectAccessible(context: Element = document.body): Promise<void> {
  const { violations } = await axe.run(context);
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  expect(found, found.join('\n')).toEqual([]);
}

/** The next event of this name, with its detail. */
export function nextEvent<Detail>(target: EventTarget, name: string): Promise<CustomEvent<Detail>> {
  return new Promise((resolve) => {
    target.addEventListener(name, (event) => resolve(event as CustomEvent<Detail>), { once: true });
  });
}
