/** Whether what is sent can be one of our ids: the database refuses to compare anything else with them. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
