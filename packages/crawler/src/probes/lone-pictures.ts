import type { SeenPlace } from './kit.ts';

/** A picture that nobody is told of, though what is around it shows that it says something. */
export interface LonePicture extends SeenPlace {
  /**
   * `alone`: the part that holds it has no word; `introduced`: the words before it end with a colon, and
   * nothing else follows; `pressed`: the sentence says to click on it, and gives it no other name.
   */
  readonly why: 'alone' | 'introduced' | 'pressed';
  /** Words that introduce it, cut; empty when there are none. */
  readonly text: string;
}

/** Pictures without an alternative that are all that there is to see, at most 10. Runs inside the page. */
export function lonePictures(): LonePicture[] {
  const MOST = 10;
  const PICTURES = 'img,svg,canvas';
  /** Files that call themselves an adornment, or what is shown while one waits. */
  const ADORNS =
    /(?:^|[^a-z])(?:background|bg|fonds?|d[ée]co(?:r|ration|ratif)?|ornament|ornement|spacer|s[ée]parat(?:eur|or)|divider|border|bordure|shadow|ombre|texture|pattern|motif|lines?|lignes?|pixel|blank|transparent|placeholder|load(?:er|ing)|spinner|puce|bullet|fl[èe]che|arrow)(?:[^a-z]|$)/i;
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const wordsIn = (element: Element): string => collapse((element as HTMLElement).innerText);
  const isLarge = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width >= 20 && height >= 20 && width * height >= 1_200;
  };
  const isThere = (element: Element): boolean =>
    qa.isSeen(element) &&
    isLarge(element) &&
    (!(element instanceof HTMLImageElement) || (element.complete && element.naturalWidth >= 20));
  /** Told by nothing: not by a name of its own, nor by what holds it. */
  const isSilent = (element: Element): boolean => {
    if (element.parentElement?.closest('a,button,label,summary,figure,[role=img]')) return false;
    if (element.matches('[aria-hidden=true],[role=none],[role=presentation]')) return true;
    // A tooltip is an alternative too, as the RGAA reads it.
    if ((element.getAttribute('title') ?? '').trim() !== '') return false;
    // Without the attribute at all, it is told by its file, and axe-core says so.
    if (element instanceof HTMLImageElement && !element.hasAttribute('alt')) return false;
    if (element instanceof HTMLCanvasElement && collapse(element.textContent) !== '') return false;
    return !qp.isExposed(element) || qp.nameOf(element) === '';
  };
  const isAdornment = (element: Element): boolean => {
    const source = (element as HTMLImageElement).currentSrc;
    const file = typeof source === 'string' && !source.startsWith('data:') ? source : '';
    return ADORNS.test(
      `${file.split(/[?#]/)[0]?.split('/').at(-1) ?? ''} ${element.getAttribute('class') ?? ''}`,
    );
  };
  const found: LonePicture[] = [];
  const add = (element: Element, why: LonePicture['why'], text: string): void => {
    const place = qp.placeOf(element);
    if (found.length < MOST && !found.some(({ selector }) => selector === place.selector))
      found.push({ ...place, why, text: text.slice(0, 100) });
  };

  const main = document.querySelector('main,[role=main]');
  const part = main && qa.isSeen(main) ? main : document.body;
  const OTHERS =
    'a[href],button,input,select,textarea,iframe,frame,video,audio,object,embed,svg,canvas,math,[role=img],img:not([alt=""])';
  if (wordsIn(part) === '') {
    const images = [...part.querySelectorAll('img')].filter((one) => isThere(one));
    const isAll = ![...part.querySelectorAll(OTHERS)].some(
      (one) => qa.isSeen(one) && !(images as Element[]).includes(one),
    );
    if (isAll && images.length <= 3 && images.every(isSilent))
      for (const image of images) if (!isAdornment(image)) add(image, 'alone', '');
  }

  /** The pictures of an element that holds nothing else. */
  const onlyPictures = (element: Element | null): Element[] => {
    if (!element) return [];
    if (element.matches(PICTURES)) return [element];
    if (!element.matches('p,div,span,picture') || wordsIn(element) !== '') return [];
    const held = [...element.querySelectorAll(PICTURES)].filter((one) => !one.parentElement?.closest('svg'));
    return element.querySelector('a[href],button,input,iframe,video,audio,object,embed') ? [] : held;
  };
  for (const line of [...document.querySelectorAll('p,h2,h3,h4,h5,h6')].slice(0, 1_000)) {
    const text = collapse(line.textContent);
    if (text.length > 200 || !text.endsWith(':') || !/\p{L}{3}/u.test(text) || !qa.isSeen(line)) continue;
    if (line.querySelector(PICTURES) || line.closest('nav,header,footer,form')) continue;
    let next = line.nextElementSibling;
    let between = line.nextSibling;
    const shown: Element[] = [];
    for (let held = onlyPictures(next); held.length > 0; held = onlyPictures(next)) {
      shown.push(...held);
      next = next?.nextElementSibling ?? null;
    }
    // Words that stand by themselves after it are what the line introduces.
    let isFollowed = false;
    for (; between && between !== next; between = between.nextSibling)
      isFollowed ||= between.nodeType === Node.TEXT_NODE && /\S/.test(between.nodeValue ?? '');
    while (next?.matches('script,style,template,link')) next = next.nextElementSibling;
    if (isFollowed || (next !== null && !next.matches('h1,h2,h3,h4,h5,h6,hr'))) continue;
    // At the end of a card or a column, what goes on may stand beside it.
    const isLast = next !== null || line.parentElement === document.body || line.parentElement === main;
    if (!isLast && !line.parentElement?.matches('article,section,li,td')) continue;
    if (shown.length === 0 || !shown.every((one) => isThere(one) && isSilent(one))) continue;
    for (const one of shown) if (!isAdornment(one)) add(one, 'introduced', text);
  }

  const PRESS =
    /(?:^|[^\p{L}])((?:cliqu(?:ez|er|ant|e)|appuy(?:ez|er|ant))(?: ensuite| simplement| alors)? sur(?: (?:le|la|les|l['’])? ?(?:boutons?|icônes?|icones?|logos?|pictogrammes?|symboles?)?)?)$/iu;
  /** The sentence ends, or goes on to something else. */
  const GOES_ON = /^(?:$|[.,;:!?)]|(?:dans|pour|puis|afin|avant|après|depuis)(?!\p{L}))/iu;
  const wordsBetween = (from: Element, to: Element, isAfter: boolean): string => {
    const range = document.createRange();
    range.selectNodeContents(from);
    if (isAfter) range.setStartAfter(to);
    else range.setEndBefore(to);
    return collapse(range.toString());
  };
  for (const one of [...document.querySelectorAll('img[alt=""]')].slice(0, 300)) {
    const block = one.closest('p,li,dd,td,div');
    if (!block || !qa.isSeen(one) || !isSilent(one) || one.closest('[aria-label],[title]')) continue;
    const { width, height } = one.getBoundingClientRect();
    if (width < 10 || height < 10 || (one as HTMLImageElement).naturalWidth < 10) continue;
    const order = PRESS.exec(wordsBetween(block, one, false))?.[1];
    if (order !== undefined && GOES_ON.test(wordsBetween(block, one, true))) add(one, 'pressed', order);
  }
  return found;
}
