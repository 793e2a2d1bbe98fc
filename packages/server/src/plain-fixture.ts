import { load, type CheerioAPI } from 'cheerio';
import type { MailJob } from './queue.ts';
import type { Trial } from './testing.ts';
import { tokenOf } from './token.ts';

/** A page without script, as it was shown. */
export interface Shown {
  readonly status: number;
  readonly page: CheerioAPI;
  readonly title: string;
}

type Fields = Readonly<Record<string, string>>;

/** Somebody who visits pages without script, as a browser would. */
export interface Visitor {
  readonly open: (path: string) => Promise<Shown>;
  readonly send: (path: string, fields: Fields) => Promise<Shown>;
  /** What a form would send as it is, some seconds later. */
  readonly filled: (shown: Shown, form?: string) => Record<string, string>;
  /** The link of the last message that asks to confirm. */
  readonly confirmationLink: () => Promise<string>;
}

/** Somebody who visits a server. */
export function visitorOf(trial: Trial): Visitor {
  const shown = async (response: Response): Promise<Shown> => {
    const page = load(await response.text());
    return { status: response.status, page, title: page('h1').text() };
  };
  return {
    open: async (path) => shown(await trial.app.request(path)),
    send: async (path, fields) =>
      shown(await trial.app.request(path, { method: 'POST', body: new URLSearchParams(fields) })),
    filled: ({ page }, form = 'form') => {
      trial.clock.pass(5000);
      const fields = page(form)
        .find('[name]')
        .toArray()
        .filter((each) => page(each).attr('type') !== 'radio' || page(each).attr('checked') !== undefined)
        .map((each): [string, string] => [page(each).attr('name') ?? '', String(page(each).val() ?? '')]);
      return Object.fromEntries(fields);
    },
    confirmationLink: async () => {
      const { store, settings } = trial.world;
      const jobs = await store.boss.fetch<MailJob>('mail', { batchSize: 10 });
      // What is fetched together comes in no order.
      const asking = jobs.find(({ data }) => data.kind.endsWith('-to-confirm'));
      return `/confirmer/${tokenOf(settings.secret, 'pending', asking?.data.of ?? '')}`;
    },
  };
}
