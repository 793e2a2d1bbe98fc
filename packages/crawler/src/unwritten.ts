/**
 * Words of a model that the site was to replace, without accents: the State's
 * design system writes « [À MODIFIER - nom du site] » in its examples.
 */
export const UNWRITTEN: RegExp = /\[(?:[^[\]]{0,20} - )?a modifier(?: ?[-|\]])/;
