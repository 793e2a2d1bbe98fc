import { siteCheck, type Check } from '../check.ts';
import { altFault } from '../image-words.ts';
import type { PictureFacts } from '../read-pictures.ts';
import { plural } from '../reports/french.ts';

interface Row {
  readonly url: string;
  readonly count: number;
  readonly shown: readonly Shown[];
}

/** What is to be told of an image, the gravest first. */
type Doubt = 'none' | 'link' | 'words' | null;

interface Shown extends Pick<PictureFacts, 'file' | 'alt'> {
  readonly doubt: Doubt;
}

const OF_A_PAGE = 3;
const RANK: readonly Doubt[] = ['none', 'link', 'words', null];
const QUOTES: Readonly<Record<string, string>> = {
  none: 'aucune alternative',
  link: 'alternative vide, alors que l’image est tout le lien',
};

/**
 * Whether an alternative says what its image shows takes eyes: both are listed
 * side by side, doubtful ones first. Images without an alternative are axe’s to judge.
 */
export const imageReview: Check = siteCheck<never, Row>({
  id: 'image-review',
  codes: {},
  items: ['A11-07'],
  project({ url, html: { viewOf, pictures = [] } }) {
    const shown = pictures
      .map(({ file, alt, isLink }) => ({ file, alt, doubt: doubtOf({ file, alt, isLink }) }))
      // A decoration has nothing to say.
      .filter(({ alt, doubt }) => alt !== '' || doubt !== null)
      .sort((a, b) => RANK.indexOf(a.doubt) - RANK.indexOf(b.doubt));
    return viewOf === null && pictures.length > 0
      ? { url, count: pictures.length, shown: shown.slice(0, OF_A_PAGE) }
      : null;
  },
  *propose(rows) {
    const item = 'A11-07';
    // An image met on many pages is looked at once.
    const all = new Map(
      rows
        .flatMap(({ url, shown }) => shown.map((one) => ({ url, ...one })))
        .map((one) => [`${one.file} ${String(one.alt)}`, one]),
    );
    const listed = [...all.values()].sort((a, b) => RANK.indexOf(a.doubt) - RANK.indexOf(b.doubt));
    const excerpts = listed.map(({ url, file, alt, doubt }) => ({
      url,
      about: file,
      quote: QUOTES[doubt ?? ''] ?? alt ?? '',
    }));
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const silent = listed.filter(({ doubt }) => doubt === 'none' || doubt === 'link').length;
    const vague = listed.filter(({ doubt }) => doubt === 'words').length;
    if (count === 0)
      yield { item, answer: 'sans_objet', why: 'Aucune image dans le contenu des pages lues.', excerpts: [] };
    else if (silent > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: `Images du contenu sans alternative, ou qui sont tout un lien sans rien en dire : ${String(silent)}. Elles viennent d’abord.`,
        excerpts,
      };
    else if (vague > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: `Alternatives qui semblent ne rien dire (nom de fichier, « image »…) : ${String(vague)}. Elles viennent d’abord ; comparer les autres à leur image.`,
        excerpts,
      };
    else if (listed.length === 0)
      yield {
        item,
        answer: 'a_verifier',
        why: `Toutes les images du contenu sont dites décoratives (${String(count)}) : ouvrir ces pages, et voir si aucune n’informe.`,
        excerpts: rows.map(({ url }) => ({ url })),
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: `Chaque image du contenu a une alternative ou est dite décorative (${plural(count, 'image', 'images')}), et aucune n’a l’air d’un nom de fichier : comparer celles-ci à leur image.`,
        excerpts,
      };
  },
});

function doubtOf({ file, alt, isLink }: PictureFacts): Doubt {
  if (alt === null) return 'none';
  if (alt === '') return isLink ? 'link' : null;
  return altFault(alt, file) === null ? null : 'words';
}
