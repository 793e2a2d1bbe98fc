import { cantTell, pageCheck, type Check } from '../check.ts';
import { shownSheets } from '../sheet-page.ts';

/** Words by which a site gives its pages for those of the source. */
const CLAIM =
  /\b(?:site|page|partenaire|version|contenu)s? (?:officiel(?:le)?s?|agréée?s?|certifiée?s?|validée?s?) (?:de |du |par )(?:la |le |l['’])?(?:service[- ]public|dila|direction de l['’]information légale)/iu;

/**
 * The licence lets anyone republish a sheet, not speak for its author: neither
 * the logo of Service-Public nor a claim may suggest that the DILA endorses the
 * page. Only a person can tell what a reader is led to believe.
 */
export const sheetEndorsement: Check = pageCheck({
  id: 'sheet-endorsement',
  needs: 'html',
  codes: {
    'lone-logo': {
      items: [],
      severity: 'info',
      text: 'Le logo de Service-Public ({file}) est affiché sans lien vers la fiche ou sans texte de remplacement : vérifier qu’il ne laisse pas croire que la page est de Service-Public, et y mettre un lien.',
    },
    'endorsement-claim': {
      items: [],
      severity: 'info',
      text: 'La page se dit approuvée par Service-Public ou par la DILA : vérifier que c’est exact, et sinon retirer ces mots.',
    },
  },
  applies: (page) => page.html.sheet.logo !== undefined || shownSheets(page).length > 0,
  *judge(page) {
    const { logo } = page.html.sheet;
    if (logo && (!logo.isLinked || logo.text === '')) {
      yield cantTell(
        'lone-logo',
        { file: logo.file },
        { place: logo, quote: logo.text || logo.file, cause: logo.file },
      );
    }
    for (const { url, passages, around } of shownSheets(page)) {
      const claim = [...passages, ...around].find(({ text }) => CLAIM.test(text));
      if (claim) yield cantTell('endorsement-claim', {}, { url, quote: CLAIM.exec(claim.text)?.[0] ?? '' });
    }
  },
});
