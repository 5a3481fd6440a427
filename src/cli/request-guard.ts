import { timingSafeEqual } from 'node:crypto';

/** The parts of a request that decide whether it is answered. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  /** The target of the request as it was sent: nothing in it has been decoded or resolved. */
  readonly url?: string | undefined;
  /** All values of fields that are expected once: `headers` has only the first `Host`. */
  readonly headersDistinct: { readonly host?: readonly string[] | undefined };
  readonly headers: {
    readonly origin?: string | undefined;
    readonly 'sec-fetch-site'?: string | undefined;
  };
}

/** A request that is refused, with its status (RFC 9110, 15), or the path and the query of one that is answered. */
export type GuardedTarget =
  | { readonly isRefused: true; readonly status: 403 | 405 }
  | { readonly isRefused: false; readonly path: string; readonly query: URLSearchParams };

/** What a request must have: the port of the server, and the token that only the printed address has. */
export interface RequestGuard {
  readonly port: number;
  readonly token: string;
}

/**
 * Decides whether a request comes from a reader of the printed address. Another `Host` is that of a name which resolves
 * to 127.0.0.1, as a foreign page can have one (DNS rebinding). Another `Origin`, or a `Sec-Fetch-Site` (Fetch Metadata)
 * other than of the page itself or of an address that the user opened, is that of a foreign page.
 */
export function guardRequest(
  { method, url = '', headers, headersDistinct }: GuardedRequest,
  { port, token }: RequestGuard,
): GuardedTarget {
  const host = port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
  const { origin = `http://${host}`, 'sec-fetch-site': site = 'none' } = headers;
  // A request with two hosts is wrong, and each program may take another of them (RFC 9112, 3.2).
  const { host: namedHosts = [] } = headersDistinct;
  const isOwnHost = namedHosts.length === 1 && namedHosts[0] === host;
  const isOwnPage = isOwnHost && origin === `http://${host}` && (site === 'same-origin' || site === 'none');
  const [target = '', ...queryParts] = url.split('?');
  const [beforeSlash, typedToken = '', ...segments] = target.split('/');
  if (!isOwnPage || beforeSlash !== '' || !isSameToken(typedToken, token)) return { isRefused: true, status: 403 };
  if (method !== 'GET' && method !== 'HEAD') return { isRefused: true, status: 405 };
  // Without the slash after the token, relative addresses in the page would lead elsewhere: no document has this path.
  const path = segments.length === 0 ? '/' : segments.join('/');
  return { isRefused: false, path, query: new URLSearchParams(queryParts.join('?')) };
}

/** Compares two tokens in a time that does not depend on how many of their characters are equal. */
function isSameToken(typed: string, token: string): boolean {
  const [typedBytes, tokenBytes] = [Buffer.from(typed), Buffer.from(token)];
  return typedBytes.length === tokenBytes.length && timingSafeEqual(typedBytes, tokenBytes);
}
