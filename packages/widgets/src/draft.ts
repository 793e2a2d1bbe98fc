import { noAnswers, type Answers } from './feedback-answers.ts';

/** A message that is not sent yet. */
export interface Draft {
  readonly answers: Answers;
  /** What the server may already have received, under which idempotency key: the same message keeps its key. */
  readonly tried?: { readonly key: string; readonly body: string } | undefined;
}

/** Milliseconds that a draft is kept: the device may not be the person's own. */
const KEPT = 7 * 86_400_000;

/** The draft kept on this device; undefined when there is none, or the browser keeps nothing. */
export function readDraft(name: string): Draft | undefined {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (!isSaved(saved)) return undefined;
    if (Date.now() - saved.savedAt > KEPT) {
      eraseDraft(name);
      return undefined;
    }
    return { answers: saved.answers, tried: saved.tried };
  } catch {
    return undefined;
  }
}

/** Keeps a draft, and says whether it could. */
export function saveDraft(name: string, draft: Draft): boolean {
  try {
    localStorage.setItem(name, JSON.stringify({ ...draft, savedAt: Date.now() }));
    return true;
  } catch {
    // Private browsing, full or forbidden: the form works all the same.
    return false;
  }
}

/** Leaves nothing of it on the device. */
export function eraseDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be removed, nothing was kept.
  }
}

/** An older version of the widget, or another script, may have written something else there. */
function isSaved(value: unknown): value is Draft & { savedAt: number } {
  const { savedAt, answers, tried } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof savedAt === 'number' &&
    hasTexts(answers, Object.keys(noAnswers)) &&
    (tried === undefined || hasTexts(tried, ['key', 'body']))
  );
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}
