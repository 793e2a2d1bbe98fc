/** An e-mail address as a text shows it, in the text composed by `normalize('NFC')`. */
export interface ReadEmail {
  readonly text: string;
  readonly index: number;
  /** Lower case, with its `@`. */
  readonly address: string;
  /** Written so that machines do not take it: « accueil [at] exemple.fr ». */
  readonly isDisguised: boolean;
}

const EMAIL =
  /(?<![\p{L}\d.+_%@-])[a-z\d](?:[a-z\d.+_%-]{0,62}[a-z\d_])?(?<at>@| @ |@ | ?[([{] ?(?:at|arobase|a|@) ?[)\]}] ?)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,5}[a-z]{2,24}(?![\p{L}\d@-])/giu;

/** The e-mail addresses of a text, in its order. */
export function emailsIn(written: string): ReadEmail[] {
  const text = written.normalize('NFC');
  return [...text.matchAll(EMAIL)].flatMap((match) => {
    const [shown] = match;
    const at = match.groups?.['at'] ?? '@';
    const address = shown.replace(at, '@').toLowerCase();
    const isDisguised = at !== '@';
    return address.includes('..') ? [] : [{ text: shown, index: match.index, address, isDisguised }];
  });
}
