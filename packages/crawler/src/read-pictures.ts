import { closest, type Dom, type Tag } from './read-dom.ts';
import { collapse, cut } from './text.ts';

/** An image of the content, with what is said of it to who does not see it. */
export interface PictureFacts {
  /** Name of its file. */
  readonly file: string;
  /** Its alternative, empty for a decoration; `null` when the source gives it none. */
  readonly alt: string | null;
  /** It is all that a link holds: its alternative tells where the link leads. */
  readonly isLink: boolean;
}

const MOST = 30;
const FILE_LENGTH = 60;
const ALT_LENGTH = 160;

/** The images that the main part shows, in document order; of one file with one alternative, the first. */
export function readPictures(dom: Dom): PictureFacts[] {
  const found = new Map<string, PictureFacts>();
  for (const tag of dom.tags) {
    if (tag.name !== 'img' || !tag.inMain || !tag.isExposed || found.size >= MOST) continue;
    const link = closest(tag, ({ name, attributes }) => name === 'a' && attributes['href'] !== undefined);
    const picture = { file: fileOf(tag), alt: alternativeOf(tag), isLink: link !== null && !link.hasText };
    const key = `${picture.file} ${String(picture.alt)}`;
    if (!found.has(key)) found.set(key, picture);
  }
  return [...found.values()];
}

function alternativeOf({ attributes }: Tag): string | null {
  if (/^(?:none|presentation)\b/.test(attributes['role']?.trim() ?? '')) return '';
  const named = [attributes['aria-label'], attributes['alt'], attributes['title']].find(
    (text) => collapse(text ?? '') !== '',
  );
  // What names it by its id is a text of the page.
  if (named === undefined && attributes['aria-labelledby'] !== undefined) return '';
  const alt = named ?? attributes['alt'];
  return alt === undefined ? null : cut(collapse(alt), ALT_LENGTH);
}

function fileOf({ attributes }: Tag): string {
  const path = (attributes['src'] ?? attributes['data-src'] ?? '').slice(0, 2_000).replace(/[?#].*$/s, '');
  if (path.startsWith('data:')) return 'image dans la page';
  const last = path.split('/').at(-1) ?? '';
  try {
    return cut(decodeURIComponent(last), FILE_LENGTH);
  } catch {
    return cut(last, FILE_LENGTH);
  }
}
