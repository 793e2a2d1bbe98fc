import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { judgeList, type SinglePage } from '@qualepref/crawler';
import type { Case } from './case.ts';

/** One case and what was answered. */
export interface Judged {
  readonly case: Case;
  readonly page: SinglePage;
}

/** What a set of findings says of the criterion of a case. */
export function answerTo(
  { case: { criterion }, page }: Judged,
  only?: 'axe',
): 'failed' | 'cantTell' | 'nothing' {
  const own = page.findings.filter(
    ({ rgaa, axe }) => rgaa.includes(criterion) && (only === undefined || axe.length > 0),
  );
  if (own.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return own.length > 0 ? 'cantTell' : 'nothing';
}

/** Whether what was answered is what the case asks for; of a sound page, nothing but a failure is wrong. */
export function isAsExpected(one: Judged): boolean {
  const answer = answerTo(one);
  const { expected } = one.case;
  if (expected === 'passed') return answer !== 'failed';
  return answer === (expected === 'failed' ? 'failed' : expected === 'doubt' ? 'cantTell' : 'nothing');
}

/** A case in one line, with what it asks for and what was answered. */
export function told(one: Judged): string {
  const { check, criterion, expected, title } = one.case;
  return `${check} ${criterion} ${expected}: ${title} (${one.page.error ?? answerTo(one)})`;
}

/** Serves the cases on the local machine, and judges them one by one as `audit --single` does. */
export async function judgeCases(cases: readonly Case[]): Promise<Judged[]> {
  const server = createServer((request, response) => {
    const [, index = '', file = ''] = /^\/(\d+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const found = cases[Number(index)];
    const body = index === '' ? undefined : file === '' ? found?.html : found?.files?.[file];
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', file === '' ? 'text/html; charset=utf-8' : typeOf(file));
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const pages = new Map<string, SinglePage>();
    const urls = cases.map((_, index) => `${origin}/${String(index)}/`);
    await judgeList(
      { urls, allowPrivate: true },
      {
        signal: new AbortController().signal,
        now: () => new Date(),
        page: (page) => void pages.set(page.url, page),
        mishap: (error) => {
          throw error;
        },
      },
    );
    return urls.flatMap((url, index) => {
      const found = cases[index];
      const page = pages.get(url);
      return found && page ? [{ case: found, page }] : [];
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  vtt: 'text/vtt',
  html: 'text/html; charset=utf-8',
};

function typeOf(file: string): string {
  return TYPES[file.replace(/^.*\./s, '')] ?? 'application/octet-stream';
}
