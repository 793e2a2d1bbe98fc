import { siteCheck, type Check } from '../check.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { ownTitle } from '../own-title.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly isHome: boolean;
  /** Links to answer: where they lead, and whether that is known to be gone. */
  readonly asks: readonly { readonly text: string; readonly to: string; readonly isDead: boolean }[];
  /** What the page says of a survey. */
  readonly quote: string | null;
}

const SURVEY =
  /\b(?:enquete|questionnaire|sondage)s?\b.{0,40}\b(?:satisfaction|qualite|accueil|usagers?)\b|\bsatisfaction des usagers\b/;
const ASK =
  /\b(?:repond(?:re|ez)|particip(?:er|ez)|acceder|accedez|remplir|remplissez|donnez votre avis|votre avis)\b.{0,50}\b(?:enquete|questionnaire|sondage)\b|\b(?:votre avis nous interesse)\b/;
/** Tools that State services make questionnaires with. */
const TOOLS =
  /^https?:\/\/(?:[\w-]+\.)*(?:sphinxonline\.(?:com|net)|limesurvey\.(?:org|net)|evalandgo\.com|enquetes?\.[\w-]+\.gouv\.fr|demarches-simplifiees\.fr|demarche\.numerique\.gouv\.fr|grist\.numerique\.gouv\.fr|framaforms\.org)\//;
const QUOTE_LENGTH = 130;
const MOST = 2;
/** A shorter text is the name of a page. */
const TELLING = 40;

/** A survey that runs can be answered from the site. Whether one runs is not for the audit to say. */
export const surveyLink: Check = siteCheck<never, Row>({
  id: 'survey-link',
  codes: {},
  items: ['CTC-09'],
  project({ url, html }): Row | null {
    if (html.kind === 'acts') return null;
    const said = html.passages.find(
      ({ kind, text, inMain }) =>
        inMain &&
        kind !== 'heading' &&
        text.length > TELLING &&
        /satisf|enqu[êe]te|sondage|questionnaire/i.test(text) &&
        SURVEY.test(fold(text)),
    );
    const asks = html.links.flatMap((link) => {
      const to = link.url;
      if (to === null || link.kind === 'mail' || link.kind === 'phone') return [];
      const text = fold(link.text);
      if (!ASK.test(text) && !(TOOLS.test(to) && SURVEY.test(text))) return [];
      const target = askedTarget(link);
      return [{ text: cut(link.text, 80), to, isDead: target !== undefined && isDead(target) }];
    });
    if (!said && asks.length === 0) return null;
    return {
      url,
      title: ownTitle(html),
      isHome: html.kind === 'home',
      asks: asks.slice(0, MOST),
      quote: said ? cut(said.text, QUOTE_LENGTH) : null,
    };
  },
  *propose(rows) {
    const item = 'CTC-09';
    const asks = rows.flatMap(({ url, title, isHome, asks: own }) =>
      own.map((ask) => ({ ...ask, url, isHome, title })),
    );
    const excerpts = [
      ...asks.map(({ to, text, title }) => ({ url: to, about: `Lien « ${text} » de la page « ${title} »` })),
      ...rows.flatMap(({ url, title, quote }) => (quote === null ? [] : [{ url, about: title, quote }])),
    ];
    if (asks.some((ask) => ask.isDead))
      yield {
        item,
        answer: 'non_conforme',
        why: 'Un lien vers le questionnaire mène à une page qui n’existe plus : le corriger, ou le retirer si l’enquête est close.',
        excerpts: [
          ...asks
            .filter((ask) => ask.isDead)
            .map(({ url, text }) => ({ url, about: 'Lien mort', quote: text })),
          ...excerpts,
        ],
      };
    else if (asks.length > 0)
      yield {
        item,
        answer: 'conforme',
        why: 'Un questionnaire est proposé depuis le site : l’ouvrir, et vérifier que l’enquête est bien en cours.',
        excerpts,
      };
    else
      yield {
        item,
        answer: 'a_verifier',
        why: 'Aucun lien vers un questionnaire n’a été trouvé : sans objet si aucune enquête n’est en cours ; sinon, en ajouter un en page d’accueil et sur les pages de démarche.',
        excerpts,
      };
  },
});
