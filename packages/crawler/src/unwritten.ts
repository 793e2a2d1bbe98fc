/**
 * Words of a model that the site was to replace, without accents: the State's
 * design system writes « [À MODIFIER - nom du site] » in its examples, and a
 * model that did not run leaves its code, « ${titleOf(page)} ».
 */
export const UNWRITTEN: RegExp = /\[(?:[^[\]]{0,20} - )?a modifier(?: ?[-|\]])|\$\{[a-z_$][^{}]{0,80}\}/;
