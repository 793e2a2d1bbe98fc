import type { TemplateResult } from 'lit';
import { slotView } from './booking-slot-view.ts';
import type { View } from './booking-view.ts';
import { elsewhereStep } from './step-elsewhere.ts';
import { slotStep } from './step-slot.ts';

export { enter, reach, reload } from './booking-choosing.ts';
export { styles } from './booking-slot.styles.ts';

/** The step where the reader stands, when it is one of this part. */
export function slotPart(view: View): TemplateResult {
  return (view.journey.step === 'slot' ? slotStep : elsewhereStep)(slotView(view));
}
