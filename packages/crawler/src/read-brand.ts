import type { PlaceFacts } from './facts.ts';
import { closest, nameOf, type Dom, type Tag } from './read-dom.ts';
import { cut, fold } from './text.ts';

/** The mark of the State in one part of the page, by what its source says: nobody judges how it is drawn. */
export interface BrandMark extends PlaceFacts {
  /** « Préfète de la Haute-Brume »; of an image, its alternative. */
  readonly text: string;
}

/** Where a page bears the mark of the State. */
export interface BrandFacts {
  /** `unmarked`: no landmark and no class tells this part of the page; `null`: it bears no mark. */
  readonly header: BrandMark | 'unmarked' | null;
  readonly footer: BrandMark | 'unmarked' | null;
}

const TEXT_LENGTH = 80;
/** Classes of the State's design system, under its present and its former prefix. */
const LOGO = /^(?:fr|rf)-logo$/;
const HOLDERS = /^(?:fr|rf)-(?:header|footer)__(?:brand|logo)$/;
/** Whom the mark names, folded. */
const STATE =
  /\b(?:prefet|prefete|prefets|prefecture|prefectoral|republique francaise|gouvernement|ministere|premier ministre)\b/;

/** The marks of the header and of the footer: the logo of the design system, or an image that names the State. */
export function readBrand(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): BrandFacts {
  const mark = (part: 'header' | 'footer'): BrandFacts['header'] => {
    const within = dom.tags.filter((tag) => isWithin(tag, part));
    if (within.length === 0) return 'unmarked';
    const found =
      within.find(({ classes }) => classes.some((word) => LOGO.test(word))) ??
      within.find(
        (tag) => tag.classes.some((word) => HOLDERS.test(word)) && namesState(nameOf(dom, tag, 300)),
      ) ??
      within.find(({ name, attributes }) => name === 'img' && namesState(attributes['alt'] ?? ''));
    if (!found) return null;
    const text = found.name === 'img' ? (found.attributes['alt'] ?? '') : nameOf(dom, found, 300);
    return { text: cut(text.trim(), TEXT_LENGTH), ...placeOf(found) };
  };
  return { header: mark('header'), footer: mark('footer') };
}

/** Whether a text names the State or who stands for it. */
export function namesState(text: string): boolean {
  return STATE.test(fold(text));
}

/** What the header holds belongs to it, its navigation too. */
function isWithin(tag: Tag, part: 'header' | 'footer'): boolean {
  if (tag.zone === part) return true;
  return tag.zone === 'navigation' && closest(tag, ({ zone }) => zone !== 'navigation')?.zone === part;
}
