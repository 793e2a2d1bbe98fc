import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { RequestFacts } from './request-facts.ts';

/** A server that listens. */
export interface Served {
  readonly port: number;
  /** Lets the requests at hand finish, for some seconds at most. */
  close: () => Promise<void>;
}

const PATIENCE = 10_000;

/** Serves on an address and port; any free one for 0. */
export async function listen(
  app: Hono<RequestFacts>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            const late = setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections();
            }, PATIENCE);
            server.close(() => {
              clearTimeout(late);
              done();
            });
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
