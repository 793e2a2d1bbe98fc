import { audit, loadConfig, openBrowser, type AuditRequest, type PageBrowser } from '@qualepref/crawler';

/** What `hasty.ts` is asked, as JSON on its command line. */
export interface HastyRequest {
  readonly haste: number;
  readonly exhaustive: boolean;
  readonly audits: readonly { readonly config: string; readonly out: string }[];
}

const AT_ONCE = 3;

/**
 * Audits sites as the command does, with deadlines divided so that a catalogue
 * of slow servers holds in a continuous integration. Progress and errors go to
 * stderr as JSON lines, as with `--json`.
 */
async function main({ haste, exhaustive, audits }: HastyRequest): Promise<void> {
  const due = [...audits];
  const work = async (): Promise<void> => {
    for (let next = due.shift(); next; next = due.shift()) await auditOne(next);
  };
  const idle: PageBrowser[] = [];
  /** Given back rather than closed: most of these audits open a page or two. */
  const startBrowser = async (): Promise<PageBrowser> => {
    const browser = idle.pop() ?? (await openBrowser());
    let isLent = true;
    return {
      ...browser,
      // An audit may close it twice: given back twice, it would be lent to two at once.
      close: () => {
        if (isLent) idle.push(browser);
        isLent = false;
        return Promise.resolve();
      },
    };
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await Promise.all(idle.map((browser) => browser.close()));
  }

  async function auditOne({ config: path, out }: HastyRequest['audits'][number]): Promise<void> {
    const tell = (event: unknown): void => void process.stderr.write(`${JSON.stringify(event)}\n`);
    const config = await loadConfig(path);
    const request: AuditRequest = {
      ...{ config, start: config.site.address, campaign: '2026-T4', out, formats: ['html', 'json'] },
      ...{ exhaustive, allowPrivate: true, ignoreRobotsErrors: false, startAfresh: true },
    };
    try {
      await audit(
        request,
        {
          signal: new AbortController().signal,
          now: () => new Date(),
          progress: tell,
          announce: () => undefined,
          mishap: (error, check, url) => tell({ mishap: String(error), check, url }),
        },
        { haste, startBrowser },
      );
    } catch (error) {
      // A site whose robots.txt forbids all gives no report.
      if (!(error instanceof Error && 'code' in error && error.code === 'start-unreachable')) throw error;
    }
  }
}

await main(JSON.parse(process.argv[2] ?? '') as HastyRequest);
