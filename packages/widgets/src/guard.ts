/**
 * Whether a value has the form that the API promises. The schemas of core weigh
 * as much as a widget: these say the same of what the server answers, and tests
 * compare them. One difference: a key that is not known is passed over, since a
 * widget may be older than its server.
 */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string' && value.trim() !== '';
export const flag: Check = (value) => typeof value === 'boolean';
export const amount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
export const count: Check = (value) => amount(value) && value !== 0;
export const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value.trim());
export const oneOf =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
export const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const section =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([key, check]) => check(value[key]));
export const record =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
export const id: Check = matches(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
export const isoDay: Check = (value) =>
  matches(/^\d{4}-\d\d-\d\d$/)(value) &&
  new Date(value as string).getUTCDate() === Number((value as string).trim().slice(8));
export const phone: Check = matches(/^\+?\d(?:[ .\u00a0]?\d)+$/);
export const publicText: Check = section({ fr: text, en: maybe(text) });

/** `proceduresAnswerSchema.entries.privacy` */
export const privacy: Check = section({
  controller: text,
  officer: text,
  keptMonths: count,
  page: maybe(text),
});
