import type * as v from 'valibot';

/** What is wrong between parts that are each well written. */
export interface Fault {
  /** Keys and indexes from the value that is checked. */
  readonly path: readonly [string | number, ...(string | number)[]];
  /** What was found there. */
  readonly input: unknown;
  /** French, « what : how it is written », as the messages of `schema.ts`. */
  readonly expected: string;
}

/**
 * Adds each fault at its place, from a `rawCheck` of valibot.
 *
 * @param addIssue the one of the check
 */
export function tellFaults(
  faults: Iterable<Fault>,
  addIssue: (issue: {
    readonly message: string;
    readonly input: unknown;
    readonly path: [v.IssuePathItem, ...v.IssuePathItem[]];
  }) => void,
): void {
  for (const { path, input, expected } of faults) {
    const step = { type: 'unknown', origin: 'value', input, value: input } as const;
    const [first, ...others] = path;
    addIssue({
      message: expected,
      input,
      path: [{ ...step, key: first }, ...others.map((key) => ({ ...step, key }))],
    });
  }
}
