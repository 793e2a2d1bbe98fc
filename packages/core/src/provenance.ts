import type * as v from 'valibot';
import { oneOf, section, text } from './schema.ts';

/**
 * Where a fact comes from: `S` the 2021 quality policy of the Bouches-du-Rhône,
 * `Q` a table of contents of the référentiel, `P` practice of another
 * préfecture, `SP` Services Publics +, `M` Marianne, `L` law, case law or
 * circular, `K` common knowledge, not confirmed, `X` a proposal of this project.
 */
export const origins = ['S', 'Q', 'P', 'SP', 'M', 'L', 'K', 'X'] as const;
export type Origin = (typeof origins)[number];

/** Nothing of the référentiel is quoted: its text is not public. Each fact says instead where it was read. */
export const provenanceSchema = section({
  origin: oneOf(origins),
  /** French: document, chapter, text of law. */
  source: text(),
});
export type Provenance = v.InferOutput<typeof provenanceSchema>;

/** A default that a préfecture can change, with the reason why it is what it is. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly provenance: Provenance;
}
