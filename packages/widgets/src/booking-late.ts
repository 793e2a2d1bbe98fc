import type { TemplateResult } from 'lit';
import { lateView, type LateView } from './booking-late-view.ts';
import type { View } from './booking-view.ts';
import { checkStep } from './step-check.ts';
import { contactStep } from './step-contact.ts';
import { doneStep, manageStep } from './step-done.ts';

export { open } from './booking-settling.ts';
export { styles } from './booking-late.styles.ts';

const VIEWS: Readonly<Record<string, (view: LateView) => TemplateResult>> = {
  contact: contactStep,
  check: checkStep,
  done: doneStep,
  manage: manageStep,
};

/** The step where the reader stands, when it is one of this part. */
export function latePart(view: View): TemplateResult | undefined {
  return VIEWS[view.journey.step]?.(lateView(view));
}

/** What is said aloud of the place kept, at calm moments only. */
export function heldText(view: View): string {
  const { t, journey } = lateView(view);
  const { said } = journey.kept;
  if (said === undefined) return '';
  return typeof said === 'number' ? t.left(said) : t[said];
}
