import { Presets, SingleBar } from 'cli-progress';
import type { ProgressEvent } from './collect.ts';
import { duration, number } from './reports/french.ts';

/** `bar` on a terminal, `lines` elsewhere, `json` for programs. */
export type ProgressMode = 'bar' | 'lines' | 'json' | 'quiet';

/** What the options of a command ask for. @param isTerminal whether somebody looks */
export function progressMode(
  { quiet, json }: { readonly quiet?: true | undefined; readonly json?: true | undefined },
  isTerminal: boolean,
): ProgressMode {
  if (quiet === true) return 'quiet';
  if (json === true) return 'json';
  return isTerminal ? 'bar' : 'lines';
}

/** Shows how far an audit is; `end` leaves the terminal as it was. */
export interface Progress {
  readonly show: (event: ProgressEvent) => void;
  end(): void;
}

const STAGES: Readonly<Record<ProgressEvent['stage'], string>> = {
  pages: 'Pages lues',
  documents: 'Documents demandés',
  links: 'Liens externes examinés',
  render: 'Pages ouvertes dans le navigateur',
  report: 'Pages contrôlées',
  write: 'Rapports écrits',
  compare: 'Audits relus',
  feed: 'Fichiers du flux lus',
};
/** Between two plain lines of one stage, in milliseconds. */
const EVERY = 5_000;

/** Writes to `out`, never to stdout: results alone go there. */
export function createProgress(mode: ProgressMode, out: NodeJS.WritableStream): Progress {
  if (mode === 'quiet') return { show: () => undefined, end: () => undefined };
  if (mode === 'json') {
    return {
      show: (event) => {
        out.write(`${JSON.stringify(event)}\n`);
      },
      end: () => undefined,
    };
  }
  return mode === 'bar' ? bar(out) : lines(out);
}

function lines(out: NodeJS.WritableStream): Progress {
  let last: { stage: string; at: number } | undefined;
  return {
    show: ({ stage, done, total }) => {
      const at = Date.now();
      const isDue = last?.stage !== stage || done === total || at - last.at >= EVERY;
      if (!isDue) return;
      last = { stage, at };
      out.write(`${STAGES[stage]} : ${number(done)} sur ${number(total)}\n`);
    },
    end: () => undefined,
  };
}

function bar(out: NodeJS.WritableStream): Progress {
  let stage: ProgressEvent['stage'] | undefined;
  let began = { at: 0, done: 0 };
  let current: SingleBar | undefined;
  const begin = (event: ProgressEvent): void => {
    current?.stop();
    stage = event.stage;
    began = { at: Date.now(), done: event.done };
    current = new SingleBar(
      {
        stream: out,
        format: '{stage} {bar} {value} sur {total}, {rate}, reste {eta_formatted}',
        hideCursor: true,
        etaBuffer: 30,
        barsize: 24,
        formatTime: timeLeft,
      },
      Presets.shades_classic,
    );
    current.start(event.total, event.done, { stage: STAGES[event.stage].padEnd(WIDEST), rate: rate(0, 0) });
  };
  return {
    show: (event) => {
      if (event.stage !== stage) begin(event);
      current?.setTotal(event.total);
      current?.update(event.done, { rate: rate(event.done - began.done, Date.now() - began.at) });
    },
    end: () => {
      current?.stop();
      current = undefined;
      stage = undefined;
    },
  };
}

const WIDEST = Math.max(...Object.values(STAGES).map((name) => name.length));

/** The library gives words of its own when it can't tell yet. */
function timeLeft(seconds: unknown): string {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? duration(seconds) : '…';
}

/** `2,5/s`, from a count and milliseconds. */
function rate(done: number, elapsed: number): string {
  return elapsed < 1_000 ? '…' : `${number(Math.round((done / elapsed) * 10_000) / 10)}/s`;
}
