import { canvases, type WrittenCanvas } from './canvases.ts';
import { contrast, type ContrastFacts } from './contrast.ts';
import { delays, type DelaysFacts } from './delays.ts';
import { fields, type FieldsFacts } from './fields.ts';
import { forms, type FormsFacts } from './forms.ts';
import { hover, type HoverFacts } from './hover.ts';
import { keyboard, type KeyboardFacts } from './keyboard.ts';
import { listeners, type ListenersFacts } from './listeners.ts';
import { motion, type MotionFacts } from './motion.ts';
import { narrow, type NarrowFacts } from './narrow.ts';
import type { Pass } from './pass.ts';
import { pointer, type PointerFacts } from './pointer.ts';
import { shaking, type ShakingFacts } from './shaking.ts';
import { shortcuts, type ShortcutsFacts } from './shortcuts.ts';
import { sound, type SoundFacts } from './sound.ts';
import { toggles, type TogglesFacts } from './toggles.ts';
import { windows, type WindowsFacts } from './windows.ts';
import { textLinks, type TextLink } from './text-links.ts';

/** What the passes saw; one that broke down on a page, or had nothing to try, is absent. */
export interface PassFacts {
  readonly canvases?: readonly WrittenCanvas[];
  readonly contrast?: ContrastFacts;
  readonly delays?: DelaysFacts;
  readonly fields?: FieldsFacts;
  readonly forms?: FormsFacts;
  readonly hover?: HoverFacts;
  readonly keyboard?: KeyboardFacts;
  readonly listeners?: ListenersFacts;
  readonly motion?: MotionFacts;
  readonly narrow?: NarrowFacts;
  readonly pointer?: PointerFacts;
  readonly shaking?: ShakingFacts;
  readonly shortcuts?: ShortcutsFacts;
  readonly sound?: SoundFacts;
  readonly toggles?: TogglesFacts;
  readonly windows?: WindowsFacts;
  readonly textLinks?: readonly TextLink[];
}

/**
 * What is tried on a page once it has been looked at, in this order: what
 * leaves the page as it found it first, what may spoil it last. By name.
 */
export const passes: { readonly [Name in keyof PassFacts]-?: Pass<NonNullable<PassFacts[Name]>> } = {
  windows,
  canvases,
  contrast,
  narrow,
  listeners,
  sound,
  motion,
  keyboard,
  hover,
  pointer,
  toggles,
  shortcuts,
  shaking,
  fields,
  forms,
  delays,
  // Last: right after `contrast`, Chromium no longer shows it the states that it asks for.
  textLinks,
};
