import type { CDPSession } from 'playwright-core';
import type { Opening } from './render-opening.ts';

/** What a tab tells of itself to who listens to it. */
interface Listened {
  /** Of the page itself. */
  readonly frame: string;
  readonly opening: () => Opening | undefined;
  readonly pageUrl: () => string;
  /** Whether a script ran in a world of ours: what fails there is ours. */
  readonly isOurs: (world: number) => boolean;
}

/** Notes down what the scripts of a tab and its browser say while a page is being opened. */
export function listen(session: CDPSession, { frame, opening, pageUrl, isOurs }: Listened): void {
  session.on('Page.frameNavigated', ({ frame: { id } }) => {
    if (id === frame) opening()?.committed();
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { executionContextId = 0, exception, text, url, stackTrace } = exceptionDetails;
    if (isOurs(executionContextId)) return;
    const script = url ?? stackTrace?.callFrames[0]?.url ?? '';
    opening()?.threw({ text: exception?.description ?? text, script }, pageUrl());
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, executionContextId }) => {
    if (isOurs(executionContextId)) return;
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    if (type === 'error' || type === 'assert') opening()?.complained(text);
    // What a page builds on what Playwright keeps from it may fail.
    else if (/blocked by Playwright/.test(text)) opening()?.gotNothing();
  });
  session.on('Log.entryAdded', ({ entry }) => {
    opening()?.told(entry.text);
  });
}
