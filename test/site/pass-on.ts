import { request, type RequestListener } from 'node:http';

/** Passes requests on to another server, as the reverse proxy in front of a real site would. */
export function passOn(origin: string): RequestListener {
  const { hostname, port } = new URL(origin);
  return (incoming, response) => {
    const passed = request(
      {
        ...{ hostname, port, method: incoming.method, path: incoming.url },
        headers: { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    incoming.pipe(passed);
  };
}
