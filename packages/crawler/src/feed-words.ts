/** A number such as `F1342`, or `null`: a file name, an identifier or a link may hold anything. */
export function sheetNumber(text: string | undefined): string | null {
  return /^\s*([FNR]\d{1,7})(?:\.xml)?\s*$/.exec(text?.slice(0, 40) ?? '')?.[1] ?? null;
}

/** The first ISO day of a text, such as that of `modified 2026-03-16`, when the calendar has it. */
export function isoDay(text: string | undefined): string | null {
  const day = /\d{4}-\d\d-\d\d/.exec(text?.slice(0, 100) ?? '')?.[0];
  if (day === undefined) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  // Some engines turn 31 June into 1 July.
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : day;
}

const MAX_ADDRESS = 2_048;

/** A web address as written, or `null`: nothing else is ever shown or followed. */
export function webAddress(text: string | undefined): string | null {
  const written = text?.trim() ?? '';
  return written.length <= MAX_ADDRESS && /^https?:\/\//i.test(written) && URL.canParse(written)
    ? written
    : null;
}
