const LEGAL_WORD =
  'loi|lois|decret|arrete|ordonnance|circulaire|directive|reglement|deliberation|instruction|decision|convention|traite|accord|jugement|arret|avis';
const LEGAL_TRAIT = String.raw`(?:n ?[°o]|numero)? ?[\w./()-]*\d[\w./()-]*|n ?[°o]|(?:inter)?(?:prefectora|ministerie|departementa|municipa|communa|regiona)(?:l|ls|le|les|ux|lle|lles|aux)|organique|constitutionnelle|cadre|europeen(?:ne)?|modifiee?|conjoint|en conseil d'etat|(?:\(?ue\)?|\(?ce\)?)`;
const LEGAL = new RegExp(
  [
    String.raw`\b(?:${LEGAL_WORD})(?: (?:${LEGAL_TRAIT})){0,4},? (?:en date )?du $`,
    String.raw`\b(?:conventions?|accords?|traites?|protocoles?) (?:franco-[a-z]{1,20}|(?:de (?:la |l')?|d')[a-z-]{1,20})(?: modifiee?)? du $`,
  ].join('|'),
);
const NUMBERED = /\b(?:n ?°|no|numero) ?[a-z]{0,3}[\d./-]+,? du $/;
/** Streets and places bear dates. */
const PLACE =
  /\b(?:rue|avenue|av\.?|boulevard|bd|place|pl\.?|quai|cours|impasse|allees?|square|pont|gare|metro|station|arret|lycee|college|ecole|residence|caserne|esplanade|passage|victimes) (?:du|de la|de) $/;
const VERSION =
  /(?:\bversion|\bv\.?|\barticles?|\bart\.?|\bchapitre|\bannexe|\balinea|\bn ?°|\bip|\bpage) ?:? ?$/;

/**
 * Whether a date is the name of a law, a decree, an arrêté…
 *
 * @param lead what stands before it, by `foldInPlace`
 */
export function namesText(lead: string): boolean {
  return LEGAL.test(lead) || NUMBERED.test(lead);
}

/**
 * Whether what looks like a date is a part of an address, a version or a reference.
 *
 * @param lead what stands before it, by `foldInPlace`
 */
export function isOfSomethingElse(lead: string): boolean {
  return PLACE.test(lead) || VERSION.test(lead);
}
