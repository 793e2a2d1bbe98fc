/**
 * Puts the no-break spaces of French typography where a plain one was typed:
 * before `: ; ? ! % »`, and after `«`. Once is enough, twice does no harm.
 */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;?!%»])/g, '\u00A0').replace(/« /g, '«\u00A0');
}
