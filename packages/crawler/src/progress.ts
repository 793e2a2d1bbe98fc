import { Presets, SingleBar } from 'cli-progress';
import type { ProgressEvent } from './collect.ts';
import { number } from './reports/french.ts';

/** `bar` on a terminal, `lines` elsewhere, `json` for programs. */
export type ProgressMode = 'bar' | 'lines' | 'json' | 'quiet';

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
  report: 'Contrôles et rapport',
};
/** Between two plain lines of one stage, in milliseconds. */
const EVERY = 5_000;

/** Writes to `out`, never to stdout: results alone go there. */
export function createProgress(mode: ProgressMode, out: NodeJS.WriteStream): Progress {
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

function lines(out: NodeJS.WriteStream): Progress {
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

function bar(out: NodeJS.WriteStream): Progress {
  let stage: ProgressEvent['stage'] | undefined;
  let current: SingleBar | undefined;
  return {
    show: (event) => {
      if (event.stage !== stage) {
        current?.stop();
        stage = event.stage;
        current = new SingleBar(
          {
            stream: out,
            format: `{stage} {bar} {value} sur {total}, reste {eta_formatted}`,
            hideCursor: true,
            etaBuffer: 30,
            barsize: 24,
          },
          Presets.shades_classic,
        );
        current.start(event.total, event.done, { stage: STAGES[event.stage].padEnd(34) });
      }
      current?.setTotal(event.total);
      current?.update(event.done);
    },
    end: () => {
      current?.stop();
      current = undefined;
      stage = undefined;
    },
  };
}
