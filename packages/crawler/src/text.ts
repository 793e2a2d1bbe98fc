/** Replaces `{name}` by the parameter of that name. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Runs of white space, no-break spaces included, become one space. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Cuts at `max` characters and shows that it was cut. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** Lower case, no accent, one apostrophe, one space: for comparing what people typed. */
export function fold(text: string): string {
  return collapse(
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/[’ʼ`´]/g, "'"),
  ).toLowerCase();
}
