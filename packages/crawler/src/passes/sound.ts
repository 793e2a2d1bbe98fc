import { RECORDED } from '../render-recorder.ts';
import type { SeenPlace } from '../probes/kit.ts';
import type { Pass } from './pass.ts';

/** Players of the page. */
export interface SoundFacts {
  /** What plays by itself, with sound. */
  readonly automatic: readonly (SeenPlace & {
    /** Seconds that it lasts; `null` when its file does not tell, or a script stopped it. */
    readonly seconds: number | null;
    /** Whether a player's own control, or one of the page that has a name, stops it. */
    readonly hasControl: boolean;
  })[];
  /** Players that only the mouse can start. */
  readonly mouseOnly: readonly SeenPlace[];
}

/** A sound that a script plays without showing a player. */
interface Apart {
  readonly source: string;
  readonly loop: boolean;
}

/** Looks at what plays by itself, and at players without controls. */
export const sound: Pass<SoundFacts> = async ({ call, evaluateAmong }) => {
  const played = (await evaluateAmong<boolean | undefined>(`${RECORDED}?.plays()`)) ?? false;
  const paused = (await evaluateAmong<number[] | undefined>(`${RECORDED}?.paused()`)) ?? [];
  const apart = (await evaluateAmong<Apart[] | undefined>(`${RECORDED}?.apart()`)) ?? [];
  const found = await call(players, { played, paused, apart });
  return found.automatic.length + found.mouseOnly.length > 0 ? found : undefined;
};

/** Runs inside the page. */
async function players({
  played,
  paused,
  apart,
}: {
  readonly played: boolean;
  readonly paused: readonly number[];
  readonly apart: readonly Apart[];
}): Promise<SoundFacts> {
  const automatic: SoundFacts['automatic'][number][] = [];
  const mouseOnly: SeenPlace[] = [];
  const STOPS = /pause|stop|arr[êe]t|play\b|mute|muet|son\b|sound|volume|silence|lecture/i;
  /** Of MPEG-4, its header; of WAV, its rate; of MP3, its first frame's rate. */
  const lengthOf = (data: DataView): number | null => {
    const tag = (at: number): string =>
      at + 4 <= data.byteLength
        ? String.fromCharCode(
            data.getUint8(at),
            data.getUint8(at + 1),
            data.getUint8(at + 2),
            data.getUint8(at + 3),
          )
        : '';
    if (tag(0) === 'RIFF' && tag(8) === 'WAVE' && data.byteLength > 44)
      return (data.byteLength - 44) / Math.max(1, data.getUint32(28, true));
    if (tag(4) === 'ftyp') {
      for (let at = 0; at + 32 < data.byteLength; at++) {
        if (data.getUint8(at) !== 0x6d || tag(at) !== 'mvhd') continue;
        const isLong = data.getUint8(at + 4) === 1;
        const scale = data.getUint32(at + (isLong ? 24 : 16));
        const length = isLong ? Number(data.getBigUint64(at + 28)) : data.getUint32(at + 20);
        return scale > 0 ? length / scale : null;
      }
      return null;
    }
    const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const start = tag(0).startsWith('ID3')
      ? 10 +
        ((data.getUint8(6) << 21) | (data.getUint8(7) << 14) | (data.getUint8(8) << 7) | data.getUint8(9))
      : 0;
    for (let at = start; at + 4 < Math.min(data.byteLength, start + 4_000); at++) {
      if (data.getUint8(at) !== 0xff || (data.getUint8(at + 1) & 0xfe) !== 0xfa) continue;
      const rate = RATES[data.getUint8(at + 2) >> 4] ?? 0;
      return rate > 0 ? (data.byteLength - at) / (rate * 125) : null;
    }
    return null;
  };
  /** A film of a known format that tells of no track of sound. */
  const isSilent = (bytes: Uint8Array): boolean => {
    const text = new TextDecoder('latin1').decode(bytes);
    if (text.startsWith('\x1aE\xdf\xa3')) return text.includes('V_') && !text.includes('A_');
    return text.startsWith('ftyp', 4) && text.includes('vide') && !/soun|mp4a/.test(text);
  };
  /** The sound covers what a screen reader says: so must its control be said. */
  const isSaid = (control: Element): boolean => qp.isExposed(control) && qp.nameOf(control) !== '';
  const all = qp.all('audio,video', 20);
  const written = document.querySelectorAll('audio,video');
  const stopped = paused.map((at) => written[at]);
  for (const element of all) {
    const media = element as HTMLMediaElement;
    const source =
      media.currentSrc ||
      media.getAttribute('src') ||
      media.querySelector('source')?.getAttribute('src') ||
      '';
    // The browser refuses to start one before any gesture: who came by a link has made one.
    const isStarted = media.autoplay || (played && (!media.paused || all.length === 1));
    if (isStarted && !media.muted && !media.hasAttribute('muted') && media.volume > 0 && source !== '') {
      let seconds: number | null = Number.isFinite(media.duration) ? media.duration : null;
      if (seconds === null || media instanceof HTMLVideoElement) {
        try {
          const answer = await fetch(source);
          const data = answer.ok ? await answer.arrayBuffer() : null;
          if (data && media instanceof HTMLVideoElement && isSilent(new Uint8Array(data))) continue;
          if (data) seconds ??= lengthOf(new DataView(data));
        } catch {
          // Of another site: how long it lasts is not known.
        }
      }
      const range = /#t=(?:npt:)?([\d.]*)(?:,([\d.]+))?/.exec(source);
      const from = Number(range?.[1] || 0);
      if (range?.[2] !== undefined) seconds = Number(range[2]) - from;
      else if (seconds !== null) seconds = Math.max(0, seconds - from);
      if (media.loop) seconds = Infinity;
      // A script of the page stopped it, at least once.
      if (stopped.includes(media)) seconds = null;
      automatic.push({
        ...qp.placeOf(media),
        seconds: seconds === null ? null : Math.min(seconds, 100_000),
        hasControl: (media.controls && qa.isSeen(media)) || qa.hasControl(STOPS, isSaid),
      });
    }
    if (media instanceof HTMLVideoElement && !media.controls && !media.autoplay && qa.isSeen(media)) {
      const heard = qa.heard.find(({ element: one }) => one === media || one.contains(media));
      const isClicked =
        heard !== undefined && 'click' in heard.sources && /play|pause/.test(heard.sources['click'] ?? '');
      const hasKeys =
        qa.heard.some(({ sources }) => Object.keys(sources).some((type) => type.startsWith('key'))) ||
        Object.keys(qa.page).some((type) => type.startsWith('key'));
      if (isClicked && !hasKeys && !media.hasAttribute('tabindex') && !qa.hasControl(STOPS))
        mouseOnly.push(qp.placeOf(media));
    }
  }
  /** Seconds of what shows no player. */
  const lasts = async ({ source, loop }: Apart): Promise<number | null> => {
    if (loop) return 100_000;
    try {
      const answer = await fetch(source);
      return answer.ok ? lengthOf(new DataView(await answer.arrayBuffer())) : null;
    } catch {
      return null;
    }
  };
  // Old pages hide a player of the browser, and start it.
  const hidden = qp.all('embed[autostart],embed[autoplay]', 20).flatMap((element) => {
    const told = ['autostart', 'autoplay', 'loop'].map((name) => element.getAttribute(name) ?? 'no');
    const source = (element as HTMLEmbedElement).src;
    const { width, height } = element.getBoundingClientRect();
    const isOn = told.slice(0, 2).some((value) => /^(?:true|1|yes|)$/i.test(value));
    const isSound = /\.(?:wav|mp3|ogg|m4a|midi?|aiff?|au)(?:[?#]|$)/i.test(source);
    const loop = /^(?:true|infinite|-1|[1-9]\d*|)$/i.test(told[2] ?? 'no');
    return isOn && isSound && width * height <= 4 ? [{ element, source, loop }] : [];
  });
  const unshown = apart.map((one) => ({ ...one, element: document.body }));
  for (const { element, ...own } of [...hidden, ...unshown])
    automatic.push({
      ...qp.placeOf(element),
      seconds: await lasts(own),
      hasControl: qa.hasControl(STOPS),
    });
  return { automatic, mouseOnly };
}
