import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type EventStreams, openEventStreams } from './event-streams.ts';
import { type RequestGuard, guardRequest } from './request-guard.ts';
import { UsageError } from './shell.ts';
import type { ServedSite, Site } from './site.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/** The only address on which demarche ever listens: that of this computer, which no other one can reach. */
const LOOPBACK = '127.0.0.1';

/** How many ports are tried, beginning with the one that was asked for. */
const MAX_PORTS_TRIED = 20;

/** The highest port (RFC 6335, 6). */
const LAST_PORT = 65_535;

/** The header fields of every answer. A page may load its own files and pictures in its documents, and nothing else. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** The header fields of a refusal: what is allowed (RFC 9110, 15.5.6), and that the connection ends. */
const REFUSED = { Allow: 'GET, HEAD', Connection: 'close' } as const;
const REFUSAL_TEXTS = {
  403: 'Only the address that demarche preview printed is answered, in a window of its own.\n',
  405: 'Only GET and HEAD are answered: a preview changes nothing.\n',
} as const;

/** Limits for clients that are slow or many. Times are in milliseconds. */
const LIMITS = { maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };
const MAX_CONNECTIONS = 64;
const MAX_IDLE_TIME = 60_000;

/**
 * Serves a site on 127.0.0.1, under a random token. If the port is taken, the next one is tried; 0 is any that is free.
 * Throws a UsageError if the system refuses the port, or the next ports are taken too.
 */
export async function serve(site: Site, port: number): Promise<ServedSite> {
  const token = randomBytes(16).toString('hex');
  const streams = openEventStreams();
  const server = createServer(LIMITS);
  const failed = new Promise<never>((_, reject) => {
    server.on('request', (request, response) => {
      answer(request, response, { site, streams, guard: { port: portOf(server), token } }).catch((error: unknown) => {
        response.destroy();
        reject(error);
      });
    });
  });
  // The caller may begin to wait for it later than a first request fails.
  failed.catch(() => undefined);
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(MAX_IDLE_TIME);
  await listenOnFreePort(server, port);
  const endListening = site.onEvent((data) => streams.send(data));
  return {
    address: `http://${LOOPBACK}:${portOf(server)}/${token}/`,
    port: portOf(server),
    failed,
    close: (reason) => {
      endListening();
      if (reason !== undefined) streams.send(reason, 'ended');
      streams.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        // Later, so that what is in the streams is sent before their connections are closed.
        setImmediate(() => server.closeAllConnections());
      });
    },
  };
}

/** What requests are answered from. */
interface Answering {
  readonly site: Site;
  readonly streams: EventStreams;
  readonly guard: RequestGuard;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { site, streams, guard }: Answering,
): Promise<void> {
  const target = guardRequest(request, guard);
  if (target.isRefused) {
    // The rest of a refused request, as a long body, is not waited for.
    response.writeHead(target.status, { ...HEADERS, ...REFUSED, 'Content-Type': PLAIN_TEXT });
    response.end(REFUSAL_TEXTS[target.status]);
  } else if (target.path !== site.eventsPath) {
    const found = await site.find(target.path, target.query);
    response.writeHead(found === undefined ? 404 : 200, { ...HEADERS, 'Content-Type': found?.type ?? PLAIN_TEXT });
    response.end(found?.body ?? 'There is no such document.\n');
  } else {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    if (request.method === 'HEAD') response.end();
    else streams.add(response);
  }
}

/** Listens on the port, or on the next one that is free. */
async function listenOnFreePort(server: Server, first: number): Promise<void> {
  const last = Math.min(first + MAX_PORTS_TRIED - 1, LAST_PORT);
  for (let port = first; port <= last; port += 1) {
    const error = await listen(server, port);
    if (error === undefined) return;
    if (!isSystemError(error, 'EADDRINUSE')) {
      throw new UsageError(
        `the system refuses port ${port}: ${reasonOf(error)}`,
        'choose another with --port, from 1024 to 65535; 0 is any that is free',
      );
    }
  }
  throw new UsageError(
    first === last ? `port ${first} is taken` : `the ports from ${first} to ${last} are taken`,
    'choose another with --port; 0 is any that is free',
  );
}

/** Resolves when the server listens, or to the error with which the system refuses that. */
function listen(server: Server, port: number): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (error?: unknown): void => {
      server.off('error', settle).off('listening', settle);
      resolve(error);
    };
    server.once('error', settle).once('listening', settle);
    server.listen({ host: LOOPBACK, port, exclusive: true });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
