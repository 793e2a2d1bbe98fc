import type { PlaceFacts } from './facts.ts';
import type { Tag } from './read-dom.ts';
import { collapse, cut } from './text.ts';

/** Something in a page that looks wrong, named by the code of the check that judges it. */
export interface Sign<Name extends string = string> extends PlaceFacts {
  readonly sign: Name;
  /** What stands there, cut. */
  readonly quote: string;
  /** What the sentence names, when it names something. */
  readonly about: string;
  /** Same for the same fault on other pages. */
  readonly cause: string;
}

/** What a reader tells of one sign. */
interface Told {
  readonly quote: string;
  readonly about?: string;
  /** By default, the component and the quote. */
  readonly cause?: string;
}

/** Signs of one sort kept from a page: a page that holds more has one fault many times. */
const MOST = 30;

/** Collects the signs of a page, a bounded number of each sort. */
export class Signs<Name extends string> {
  readonly found: Sign<Name>[] = [];
  readonly #counts = new Map<Name, number>();
  readonly #placeOf: (tag: Tag) => PlaceFacts;

  constructor(placeOf: (tag: Tag) => PlaceFacts) {
    this.#placeOf = placeOf;
  }

  add(sign: Name, tag: Tag, { quote, about = '', cause }: Told): void {
    const count = (this.#counts.get(sign) ?? 0) + 1;
    this.#counts.set(sign, count);
    if (count > MOST) return;
    const text = cut(collapse(quote), 200);
    this.found.push({
      ...{ sign, quote: text, about: cut(collapse(about), 100) },
      cause: cut(cause ?? `${componentOf(tag)} ${text}`, 300),
      ...this.#placeOf(tag),
    });
  }
}

/** An element by its tag and classes, after those of the nearest element that has a class. */
function componentOf(tag: Tag): string {
  const step = ({ name, classes }: Tag): string => [name, ...[...classes].sort()].join('.');
  let bearer = tag.classes.length > 0 ? null : tag.parent;
  for (let left = 20; bearer && bearer.classes.length === 0 && left > 0; left--) bearer = bearer.parent;
  return [...(bearer && bearer.classes.length > 0 ? [step(bearer)] : []), step(tag)].join(' ').slice(0, 200);
}
