import { request, type IncomingMessage } from 'node:http';
import type { buildConnector } from 'undici';
import { NOT_HTTP } from './fetch-answer.ts';

/** One request to an origin that does not answer as the standard says. */
export interface LenientRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly connect: buildConnector.connector;
  /** Bytes. */
  readonly maxHeaderSize: number;
  readonly signal: AbortSignal;
}

/**
 * Reads an answer as browsers do, which forgive what undici does not: an answer
 * before the answer that nobody asked for (`100 Continue`), folded headers, lines
 * that end as they should not. What makes two answers of one is refused all the same.
 */
export function askLeniently({ url, connect, ...options }: LenientRequest): Promise<IncomingMessage> {
  const { hostname, host, port, protocol, pathname, search } = url;
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...options,
        headers: { ...options.headers, host },
        path: pathname + search,
        insecureHTTPParser: true,
        createConnection: (_, done) => {
          connect({ hostname, host, port, protocol }, (...[error, socket]) => {
            // Node’s own types want a connection where there is none.
            done(error, socket as NonNullable<typeof socket>);
          });
          return undefined;
        },
      },
      (response) => {
        // Otherwise what is wrong further on would pass for a connection that was cut.
        asking.on('error', (error) => response.destroy(error));
        resolve(response);
      },
    );
    asking.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(Object.assign(new Error('another protocol'), { code: NOT_HTTP }));
    });
    asking.on('error', reject);
    asking.end();
  });
}
