import type { Defect, Finding } from '@qualepref/core';
import type { Check, Settings } from './check.ts';
import type { PageFacts } from './facts.ts';
import { cut } from './text.ts';

/** An element to be shown as a proof. */
export interface Wish {
  /** Same for the same fault of the same component, on every page of the site. */
  readonly key: string;
  readonly selector: string;
}

/** What it looks like, outlined, with what is around it. */
export interface Picture {
  readonly key: string;
  /** Page on which it was taken. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly bytes: Uint8Array;
}

/** What the finding and the defect of one fault share. */
export function pictureKey({
  check,
  code,
  cause,
}: Pick<Defect | Finding, 'check' | 'code' | 'cause'>): string {
  return [check, code, cause].join('\n');
}

/**
 * The elements of a page that its checks fail, one for each fault, as far as a
 * browser can find them again. Pure.
 */
export function wishesOf(page: PageFacts, checks: readonly Check[], settings: Settings): Wish[] {
  const wishes = new Map<string, Wish>();
  for (const check of checks) {
    if (check.scope !== 'page' || !page.html || (check.needs === 'rendered' && !page.rendered)) continue;
    try {
      if (!check.applies(page as never, settings)) continue;
      for (const { outcome, code, at } of check.judge(page as never, settings)) {
        const selector = at.place?.selector ?? '';
        // What stands in a frame or a shadow tree is not found from the page.
        if (outcome !== 'failed' || selector === '' || selector.includes('>>>') || at.url !== undefined)
          continue;
        const name = {
          check: at.rule?.id ?? check.id,
          code: at.rule?.id ?? code,
          cause: cut(at.cause ?? '', 500),
        };
        const key = pictureKey(name);
        if (!wishes.has(key)) wishes.set(key, { key, selector });
      }
    } catch {
      // Said when the pages are judged.
    }
  }
  return [...wishes.values()];
}
