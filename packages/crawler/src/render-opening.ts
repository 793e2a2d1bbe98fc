import { cut } from './text.ts';

/** What a page did while it was being opened, before anything was tried on it; lists sorted, at most 20 of each. */
export interface OpeningFacts {
  /** Errors that its own scripts left without an answer: first lines. */
  readonly errors: readonly string[];
  /** What scripts wrote as an error in the console, and the errors of other sites' scripts. */
  readonly complaints: readonly string[];
  /** Addresses of what it loads, of which the server says that nothing is there. */
  readonly gone: readonly string[];
  /** Addresses in plain http that the browser refused to load in it. */
  readonly blocked: readonly string[];
  /** Something that it asked was not given to it, as the audit has no network: its errors may be ours. */
  readonly isHampered: boolean;
  /** Names of the cookies and of the entries of storage that its scripts wrote. */
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
  /** Other hosts that it asked for something, whether they answered or not. */
  readonly hosts: readonly string[];
  /** Style sheets meant for the screen that did not come: what it looks like is not what it should; absent when all came. */
  readonly unstyled?: readonly string[];
  /** Bytes of its pictures and fonts, which travel as they are. */
  readonly weight: number;
}

/** Names that a page leaves on the visitor's machine. */
export interface Traces {
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
  /** Style sheets that it does not show itself with: for paper, or to choose from. */
  readonly spareSheets?: readonly string[];
}

/** Their sheets bring letters, and change nothing else. */
const FONTS = /^https?:\/\/(?:fonts\.googleapis\.com|fonts\.bunny\.net|use\.typekit\.net|fast\.fonts\.net)\//;
const MOST = 20;
const LENGTH = 200;

/** An error that something in the page left without an answer. */
export interface UncaughtError {
  readonly text: string;
  /** Address of the script; empty for one that the page holds. */
  readonly script: string;
}

/** Notes down what happens while a page is being opened. */
export class Opening {
  readonly #errors = new Set<string>();
  readonly #complaints = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #blocked = new Set<string>();
  readonly #hosts = new Set<string>();
  readonly #lacking = new Set<string>();
  readonly #weights = new Map<string, number>();
  #isHampered = false;
  #isOver = false;

  /** A document was asked for: it is judged in the place of the one before. */
  restart(): void {
    if (this.#isOver) return;
    for (const notes of [this.#gone, this.#hosts, this.#lacking, this.#weights]) notes.clear();
    this.#isHampered = false;
  }

  /** The document is there: what was said until now was said by the one before. */
  committed(): void {
    if (this.#isOver) return;
    for (const notes of [this.#errors, this.#complaints, this.#blocked]) notes.clear();
  }

  /** Whether a script of the page stopped on an error. */
  get hasFailed(): boolean {
    return this.#errors.size > 0;
  }

  asked(url: string): void {
    const address = URL.parse(url);
    if (address && /^https?:$/.test(address.protocol)) this.#note(this.#hosts, address.host);
  }

  gotNothing(): void {
    if (!this.#isOver) this.#isHampered = true;
  }

  /** A style sheet did not come. */
  lackedSheet(url: string): void {
    this.#note(this.#lacking, url);
  }

  foundGone(url: string): void {
    this.#note(this.#gone, url);
  }

  weighed(url: string, bytes: number): void {
    if (!this.#isOver) this.#weights.set(url, bytes);
  }

  threw({ text, script }: UncaughtError, pageUrl: string): void {
    const isOwn = script === '' || URL.parse(script)?.origin === URL.parse(pageUrl)?.origin;
    const said = firstLine(text).replace(/^Uncaught (?:\(in promise\) )?/, '');
    this.#note(isOwn ? this.#errors : this.#complaints, said);
  }

  complained(text: string): void {
    this.#note(this.#complaints, firstLine(text));
  }

  /** What the browser itself says of the page. */
  told(text: string): void {
    const [, url] =
      /^Mixed Content: .{1,2000}? insecure [\w -]{1,60} '([^']{1,2000})'.{0,20}?\s?This (?:request|content) has been blocked/s.exec(
        text,
      ) ?? [];
    if (url !== undefined) this.#note(this.#blocked, url);
  }

  /** Nothing that comes later is due to the page alone. */
  end(url: string, traces: Traces): OpeningFacts {
    this.#isOver = true;
    this.#hosts.delete(URL.parse(url)?.host ?? '');
    const spare = new Set(traces.spareSheets ?? []);
    const unstyled = [...this.#lacking].filter((sheet) => !spare.has(sheet) && !FONTS.test(sheet));
    return {
      errors: sorted(this.#errors),
      complaints: sorted(this.#complaints),
      gone: sorted(this.#gone),
      blocked: sorted(this.#blocked),
      isHampered: this.#isHampered,
      cookies: sorted(traces.cookies),
      storage: sorted(traces.storage),
      hosts: sorted(this.#hosts),
      ...(unstyled.length > 0 ? { unstyled: sorted(unstyled) } : {}),
      weight: [...this.#weights.values()].reduce((sum, bytes) => sum + bytes, 0),
    };
  }

  #note(notes: Set<string>, text: string): void {
    if (!this.#isOver && notes.size < MOST && text !== '') notes.add(cut(text, LENGTH));
  }
}

/** Names of the cookies and of the entries of storage, and style sheets that it goes without, in the page; must stand alone. */
export function traces(): Traces {
  const names = (read: () => string[]): string[] => {
    try {
      return read().slice(0, 50);
    } catch {
      // A document without cookies or storage of its own.
      return [];
    }
  };
  return {
    cookies: names(() =>
      document.cookie
        .split(';')
        .map((pair) => (pair.split('=')[0] ?? '').trim())
        .filter((name) => name !== ''),
    ),
    storage: [...names(() => Object.keys(localStorage)), ...names(() => Object.keys(sessionStorage))],
    spareSheets: [...document.querySelectorAll('link')]
      .filter(
        ({ relList, disabled, media }) =>
          relList.contains('alternate') || disabled || !matchMedia(media || 'all').matches,
      )
      .map(({ href }) => href),
  };
}

function firstLine(text: string): string {
  return text.slice(0, 2_000).split('\n')[0]?.trim() ?? '';
}

function sorted(notes: Iterable<string>): string[] {
  return [...new Set([...notes].map((text) => cut(text, LENGTH)))].sort().slice(0, MOST);
}
