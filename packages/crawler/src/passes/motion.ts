import type { SeenPlace } from '../probes/kit.ts';
import { RECORDED, type RecordedTimer } from '../render-recorder.ts';
import { framesAsked } from './page-waits.ts';
import type { Pass, Shown } from './pass.ts';

/** An element that moves by itself. */
export interface Moving extends SeenPlace {
  readonly by: 'style' | 'picture';
  /** It says that the page waits for something, and may end with the wait. */
  readonly isWaiting?: true;
}

/** What moves, changes or plays without being asked. */
export interface MotionFacts {
  /** Elements moved by style sheets or by their own picture for more than five seconds. */
  readonly moving: readonly Moving[];
  /** What scripts went on changing: its text, or only its look. */
  readonly scripted: 'text' | 'look' | null;
  /** A place where that could be seen. */
  readonly scriptedAt: SeenPlace | null;
  /** Whether a control of the page looks like one that stops or hides it, or sets its pace. */
  readonly hasControl: boolean;
  /** The page shows no other text than the one that changes. */
  readonly isAlone?: true;
  /** Only figures of a time change, once a second or less often: a clock, a countdown. */
  readonly isClock?: true;
}

/** RGAA 13.8 lets a movement last as long, in milliseconds. */
const LONGEST = 5_000;
/** A timer that runs less often is no movement. */
const SLOWEST = 60_000;
/** What is drawn frame by frame and changes nothing in so long does not move, in milliseconds: a clock changes each second. */
const GLANCE = 1_000;
/** Frames asked for by a page that may be drawn frame by frame, however busy the machine. */
const DRAWN = 10;
/** Frames in which it would have been drawn. */
const FRAMES = 6;
/** Long enough for what moves frame by frame to have moved, in milliseconds. */
const MOMENT = 150;
/** Figures that count up do so for about two seconds, in milliseconds. */
const COUNT = 2_500;
/** Times that a timer is run for the proof. */
const RUNS = 40;

/** Looks for what does not stop; timers are run at once rather than waited for. */
export const motion: Pass<MotionFacts> = async (shown) => {
  const { call } = shown;
  const moving = await call(animated, LONGEST);
  const seen = await scripts(shown);
  if (moving.length === 0 && seen.scripted === null) return undefined;
  return { moving, ...seen, hasControl: await call(canStop) };
};

type Scripted = Pick<MotionFacts, 'scripted' | 'scriptedAt' | 'isAlone' | 'isClock'>;

const NONE: Scripted = { scripted: null, scriptedAt: null };

async function scripts(shown: Shown): Promise<Scripted> {
  const { call, evaluateAmong } = shown;
  const timersNow = async (): Promise<RecordedTimer[]> =>
    (await evaluateAmong<RecordedTimer[] | undefined>(`${RECORDED}?.timers()`)) ?? [];
  const timers = await timersNow();
  const repeated = timers.flatMap<{ index: number; delay: number; own: string | null }>(
    ({ kind, delay, source, isCleared }, index) => {
      if (isCleared || delay > SLOWEST || /\blocation\b|\.submit\(|\.reload\(/.test(source)) return [];
      if (kind === 'interval') return [{ index, delay, own: null }];
      // A function that sets itself again.
      const same = timers.filter((other) => other.kind === 'timeout' && other.source === source);
      return same.length > 1 && timers.lastIndexOf(same.at(-1) ?? (same[0] as RecordedTimer)) === index
        ? [{ index, delay, own: source }]
        : [];
    },
  );
  const countOf = async (source: string): Promise<number> =>
    (await timersNow()).filter((one) => one.source === source).length;
  /** The same timer, which its own run may have set anew. */
  const renewed = async (index: number): Promise<number> => {
    const { kind, delay, source } = timers[index] as RecordedTimer;
    const found = (await timersNow()).findLastIndex(
      (one) => !one.isCleared && one.kind === kind && one.delay === delay && one.source === source,
    );
    return found === -1 ? index : found;
  };
  for (const { index, delay, own } of repeated.slice(0, 5)) {
    const runs = Math.min(RUNS, Math.ceil(LONGEST / Math.max(delay, 16)) + 1);
    await call(watch);
    const before = own === null ? 0 : await countOf(own);
    await evaluateAmong(
      `(() => { const r = ${RECORDED}; for (let i = 0; i < ${String(runs)}; i++) r.run(${String(index)}); })()`,
    );
    // Set several times, by as many menus, and never by itself: it ends there.
    if (own !== null && (await countOf(own)) <= before) continue;
    let current = index;
    // A slide that is on its way lets no other start; two that are so far apart last long enough.
    if (delay >= LONGEST / 2 && (await call(watched, delay)).scripted !== null) {
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
      current = await renewed(index);
    }
    // Once more: does it still go on? And twice, as a change may be too small to show.
    const goesOn = async (): Promise<Scripted> => {
      await call(watch);
      for (let looks = 0; looks < 2; looks++) {
        await evaluateAmong(`(() => { const r = ${RECORDED}; r.run(${String(current)}); })()`);
        const seen = await call(watched, delay);
        if (seen.scripted !== null) return seen;
      }
      return NONE;
    };
    const seen = await goesOn();
    if (seen.scripted === null) continue;
    if ((await meanwhile(call)).scripted === null) return seen;
    // Something else is on its way: figures that count up as the page opens come to rest.
    const left = LONGEST - (await call(() => performance.now()));
    await new Promise((resolve) => setTimeout(resolve, Math.max(COUNT, left)));
    current = await renewed(index);
    const again = await goesOn();
    if (again.scripted !== null) return again;
  }
  return drawn(shown);
}

/** What scripts draw frame by frame, looked at once it has lasted too long. */
async function drawn(shown: Shown): Promise<Scripted> {
  if ((await framesAsked(shown)) < DRAWN) return NONE;
  const { call, evaluateAmong } = shown;
  const movesAfter = async (time: number): Promise<boolean> => {
    // Watched first: it may move before we are told that the time went by.
    const moving = call(moves, FRAMES, MOMENT);
    await Promise.all([moving, evaluateAmong(`${RECORDED}?.skip(${String(time)})`)]);
    return moving;
  };
  const leftNow = async (): Promise<number> => LONGEST - (await call(() => performance.now()));
  if ((await leftNow()) > 0) {
    // What was on its way as the page opened has ended five seconds later, and does not move again.
    if (!(await movesAfter(GLANCE))) return NONE;
    await movesAfter(LONGEST);
    if (!(await movesAfter(GLANCE))) return NONE;
    // What counts frames rather than time is waited for.
    const left = await leftNow();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
  }
  const inASecond = async (): Promise<Scripted> => {
    await call(watch);
    await movesAfter(GLANCE);
    return call(watched, GLANCE);
  };
  // Twice: what the mouse had set going has ended meanwhile.
  for (const wait of [0, GLANCE]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const now = await meanwhile(call);
    const seen = now.scripted === null ? await inASecond() : now;
    if (wait > 0 || seen.scripted === null) return seen;
  }
  return NONE;
}

/** What changes in a moment in which we run nothing. */
async function meanwhile(call: Shown['call']): Promise<Scripted> {
  await call(watch);
  await new Promise((resolve) => setTimeout(resolve, MOMENT));
  return call(watched, 0);
}

/** Whether anything of the page changes within so many frames, and milliseconds. Runs inside the page. */
function moves(frames: number, time: number): Promise<boolean> {
  return new Promise((resolve) => {
    let isOver = false;
    const end = (found: boolean): void => {
      isOver = true;
      observer.disconnect();
      removeEventListener('scroll', onScroll, true);
      resolve(found);
    };
    const observer = new MutationObserver(() => {
      end(true);
    });
    const onScroll = (): void => {
      end(true);
    };
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const tree of [document, ...shadows])
      observer.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener('scroll', onScroll, true);
    const until = performance.now() + time;
    let left = frames;
    const next = (): void => {
      if (isOver) return;
      left -= 1;
      if (left < 0 && performance.now() >= until) end(false);
      else requestAnimationFrame(next);
    };
    next();
  });
}

interface Watched {
  readonly text: string;
  readonly look: string;
  readonly isSeen: boolean;
}

/** Notes what is shown. Runs inside the page. */
function watch(): void {
  const holder = globalThis as unknown as {
    qaWatch: Map<Element, Watched>;
    qaSee: (element: Element) => Watched;
  };
  holder.qaSee = (element) => ({
    text: [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ''))
      .join('')
      .trim(),
    look: [
      ...['style', 'class', 'src'].map((name) => element.getAttribute(name) ?? ''),
      ...[element.scrollLeft, element.scrollTop].map((figure) => String(Math.round(figure))),
    ].join('|'),
    isSeen: qa.isSeen(element),
  });
  holder.qaWatch = new Map(
    qp
      .all('body *', 1_500)
      .filter((element) => !element.matches('script,style,noscript,template'))
      .map((element) => [element, holder.qaSee(element)]),
  );
}

/** What is no more as it was after a timer of that delay, where it can be seen. Runs inside the page. */
function watched(delay: number): Scripted {
  const SECOND = 1_000;
  const TIME = /\d\s*(?:jours?|j|heures?|h|minutes?|min|secondes?|sec|s)(?!\p{L})|\d:\d\d/iu;
  const { qaWatch, qaSee } = globalThis as unknown as {
    qaWatch: Map<Element, Watched>;
    qaSee: (element: Element) => Watched;
  };
  const hasText = (element: Element): boolean => /\S/.test(element.textContent);
  /** Whether there is anything to see of it: an empty box, shown or not, is the same. */
  const shows = (element: Element): boolean => {
    const { backgroundColor, backgroundImage, borderTopWidth } = getComputedStyle(element);
    const isDrawn = backgroundImage !== 'none' || qp.rgbaOf(backgroundColor)[3] > 0;
    return (
      hasText(element) ||
      isDrawn ||
      Number.parseFloat(borderTopWidth) > 0 ||
      element.matches('img,svg,canvas,video,iframe,svg *') ||
      element.querySelector('*') !== null
    );
  };
  let look: Element | undefined;
  for (const [element, before] of qaWatch) {
    if (!element.isConnected || element.closest('[role=timer],[role=progressbar],progress,audio,video'))
      continue;
    const now = qaSee(element);
    if (now.isSeen && before.isSeen && now.text !== before.text) {
      const isAlone = document.body.innerText.trim() === (element as HTMLElement).innerText.trim();
      const [words, were] = [now.text, before.text].map((one) => one.replace(/\d+/g, '#'));
      return {
        ...{ scripted: 'text', scriptedAt: qp.placeOf(element) },
        ...(isAlone ? { isAlone } : {}),
        ...(delay >= SECOND && words === were && TIME.test(now.text) ? { isClock: true as const } : {}),
      };
    }
    const { width, height } = element.getBoundingClientRect();
    const counts = hasText(element) || (width * height > 2_500 && shows(element));
    // Shown, hidden, shown again: it blinks, or others take its place.
    if (counts && (now.isSeen !== before.isSeen || (now.isSeen && now.look !== before.look)))
      look ??= element;
  }
  const fresh = qp
    .all('body *', 1_500)
    .find(
      (element) =>
        !qaWatch.has(element) && !element.matches('script,style') && qa.isSeen(element) && hasText(element),
    );
  if (fresh) return { scripted: 'text', scriptedAt: qp.placeOf(fresh) };
  return look ? { scripted: 'look', scriptedAt: qp.placeOf(look) } : { scripted: null, scriptedAt: null };
}

/** Runs inside the page. */
function canStop(): boolean {
  // The « arrêtés » that a préfecture publishes stop nothing.
  const STOPS =
    /pause|stop|arr[êe]t(?![ée]s?(?!\p{L}))|play\b|lecture|suspend|fige|d[ée]sactiv|disable|hide|masque|cache|fermer|close|dismiss|animation|carousel|autoplay|d[ée]filement|fr[ée]quenc|vitesse|speed|interval/iu;
  // What closes the banner of the cookies stops nothing else.
  const COOKIES = ['tarteaucitron', 'cookie', 'consent', 'orejime', 'klaro', 'axeptio', 'didomi', 'onetrust'];
  const BANNER = COOKIES.map(
    (name) => `[id*=${name} i]:not(html,body),[class*=${name} i]:not(html,body)`,
  ).join();
  const isOfPage = (control: Element): boolean => control.closest(BANNER) === null;
  if (qa.hasControl(STOPS, isOfPage)) return true;
  // It may be in a panel that another control opens.
  const isWithin = [...document.querySelectorAll('button,input,[role=button]')].some(
    (control) => !qa.isSeen(control) && isOfPage(control) && STOPS.test(qa.wordsOf(control)),
  );
  return (
    isWithin &&
    qa.hasControl(/contr[ôo]l|g[ée]rer|r[ée]gl|param[èe]tr|options|setting|manage|pr[ée]f[ée]renc/i, isOfPage)
  );
}

/** Runs inside the page. */
async function animated(longest: number): Promise<Moving[]> {
  const found: Moving[] = [];
  const WAIT = /(?<!\p{L})charg(?:ement|eons)|patient(?:ez|er)|(?<!\p{L})loading|please wait/iu;
  /** Whether a box as small as that of a message, around an element, asks to wait. */
  const isWaiting = (element: Element): boolean => {
    if (element.closest('[aria-busy=true],[role=progressbar],progress')) return true;
    for (let up: Element | null = element, depth = 0; up && depth < 6; up = up.parentElement, depth++) {
      if (up.textContent.length > 300) return false;
      if (WAIT.test(`${up.getAttribute('aria-label') ?? ''} ${up.textContent}`)) return true;
    }
    return false;
  };
  const isLarge = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width * height > 600 && (/\S/.test(element.textContent) || width * height > 2_500);
  };
  const components = new Set<string>();
  const add = (element: Element, by: 'style' | 'picture'): void => {
    const place = qp.placeOf(element);
    if (components.has(place.component) || found.length >= 10) return;
    components.add(place.component);
    found.push({ ...place, by, ...(isWaiting(element) ? { isWaiting: true as const } : {}) });
  };
  for (const animation of document.getAnimations().slice(0, 200)) {
    const { effect } = animation;
    if (!(effect instanceof KeyframeEffect) || !effect.target || animation.playState !== 'running') continue;
    if (Number(effect.getComputedTiming().endTime ?? 0) <= longest) continue;
    const values = new Set(
      effect
        .getKeyframes()
        .map(({ offset, computedOffset, easing, composite, ...rest }) => JSON.stringify(rest)),
    );
    if (values.size > 1 && qa.isSeen(effect.target) && isLarge(effect.target)) add(effect.target, 'style');
  }
  /** How long a picture moves: of a GIF, its frames by its loops. */
  const lasts = (bytes: Uint8Array): number => {
    let time = 0;
    let frames = 0;
    let loops = 1;
    for (let at = 0; at + 8 < bytes.length; at++) {
      if (bytes[at] !== 0x21) continue;
      if (bytes[at + 1] === 0xf9 && bytes[at + 2] === 4 && bytes[at + 7] === 0) {
        frames += 1;
        time += Math.max(2, (bytes[at + 4] ?? 0) + 256 * (bytes[at + 5] ?? 0)) * 10;
        at += 7;
      } else if (bytes[at + 1] === 0xff && bytes[at + 2] === 11 && bytes[at + 14] === 3) {
        const told = (bytes[at + 16] ?? 0) + 256 * (bytes[at + 17] ?? 0);
        loops = told === 0 ? Infinity : told + 1;
      }
    }
    return frames > 1 ? time * loops : 0;
  };
  const pictures = qp
    .all('img', 200)
    .filter((image) => /\.gif(?:[?#]|$)|^data:image\/gif/i.test((image as HTMLImageElement).currentSrc));
  for (const image of pictures.slice(0, 10)) {
    if (!qa.isSeen(image) || !isLarge(image)) continue;
    try {
      const answer = await fetch((image as HTMLImageElement).currentSrc);
      if (lasts(new Uint8Array((await answer.arrayBuffer()).slice(0, 3_000_000))) > longest)
        add(image, 'picture');
    } catch {
      // A picture of another site, or none: nothing is said of it.
    }
  }
  return found;
}
