import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../../../src/cli/serve.ts';
import { UsageError } from '../../../src/cli/shell.ts';
import type { ServedSite, Site } from '../../../src/cli/site.ts';

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A site of two documents, whose events a test sends with `send`. */
function aSite(): Site & { readonly send: (data: string) => void; readonly asked: string[] } {
  const listeners = new Set<(data: string) => void>();
  const asked: string[] = [];
  return {
    asked,
    send: (data) => listeners.forEach((listener) => listener(data)),
    eventsPath: 'events',
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    find: async (path, query) => {
      asked.push(path);
      if (path === 'bug') throw new Error('a bug');
      if (path === '') return { type: 'text/html; charset=utf-8', body: '<!doctype html>' };
      return path === 'echo' ? { type: 'text/plain', body: query.get('word') ?? '' } : undefined;
    },
  };
}

async function served(site: Site = aSite(), port = 0): Promise<ServedSite> {
  const made = await serve(site, port);
  onTestFinished(() => made.close());
  return made;
}

const tokenOf = ({ address }: ServedSite): string => new URL(address).pathname.split('/')[1] ?? '';

/** Sends a request whose path is not changed on its way, as that of `fetch` would be. */
function ask(
  { port }: { readonly port: number },
  path: string,
  { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (response) => {
      let body = '';
      for await (const chunk of response) body += String(chunk);
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    sent.on('error', reject).end();
  });
}

/** Sends bytes, and resolves to what comes back until the connection ends. */
async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('a site', () => {
  test('is at an address of this computer with a random token of 128 bits, and answers there without a redirect', async () => {
    const [one, other] = [await served(), await served()];
    expect(one.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/$/);
    expect(tokenOf(one)).not.toBe(tokenOf(other));
    const reply = await ask(one, new URL(one.address).pathname);
    expect([reply.status, reply.body, reply.headers.location]).toEqual([200, '<!doctype html>', undefined]);
  });

  test('answers every request with headers that keep other sites out', async () => {
    const site = await served();
    const token = tokenOf(site);
    for (const path of [`/${token}/`, `/${token}/missing`, '/', `/${token}/events`]) {
      const { headers } = await ask(site, path, { method: 'HEAD' });
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test('has the query of a request, and no body of an answer to HEAD', async () => {
    const site = await served();
    const path = `/${tokenOf(site)}/echo?word=a%20b?c`;
    expect((await ask(site, path)).body).toBe('a b?c');
    expect(await ask(site, path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('refuses a request without its token, although it is elsewhere in the path', async () => {
    const site = aSite();
    const server = await served(site);
    const token = tokenOf(server);
    const paths = [
      '/',
      '/events',
      '/favicon.ico',
      `/${token.slice(0, -1)}/`,
      `/${token}0/`,
      `/${token.toUpperCase()}x/`,
      `//${token}/`,
      `/x/../${token}/`,
      `/%2e%2e/${token}/`,
      `/?/${token}/`,
      `/%${token.charCodeAt(0).toString(16)}${token.slice(1)}/`,
      `http://127.0.0.1:${server.port}/${token}/`,
    ];
    for (const path of paths) expect([path, (await ask(server, path)).status]).toEqual([path, 403]);
    expect(site.asked).toEqual([]);
  });

  test.each([
    ['another Host', { host: 'example.org' }],
    ['another Host with the port', { host: 'rebound.example.org:%PORT%' }],
    ['a Host without the port', { host: '127.0.0.1' }],
    ['the name of this computer', { host: 'localhost:%PORT%' }],
    ['another Origin', { origin: 'https://example.org' }],
    ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['the Origin of a sandboxed frame', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a request with its token from %s', async (_, headers) => {
    const site = aSite();
    const server = await served(site);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('%PORT%', String(server.port))]),
    );
    expect((await ask(server, `/${tokenOf(server)}/`, { headers: sent })).status).toBe(403);
    expect(site.asked).toEqual([]);
  });

  test.each(['same-origin', 'none'])('answers a request whose Sec-Fetch-Site is %s', async (site) => {
    const server = await served();
    const headers = { 'sec-fetch-site': site, origin: `http://127.0.0.1:${server.port}` };
    expect((await ask(server, `/${tokenOf(server)}/`, { headers })).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('refuses %s', async (method) => {
    const site = aSite();
    const server = await served(site);
    const reply = await ask(server, `/${tokenOf(server)}/`, { method });
    expect([reply.status, reply.headers.allow, site.asked]).toEqual([405, 'GET, HEAD', []]);
  });

  test.each(['', 'x', '../echo', '..%2fecho', '%2e%2e/', './echo', 'echo/', 'echo%00', '/echo', '%65cho', 'a/../echo'])(
    'has no document of the path "%s" after its own: paths are not resolved or decoded',
    async (path) => {
      const server = await served();
      const before = path === '' ? '' : '/';
      expect((await ask(server, `/${tokenOf(server)}${before}${path}`)).status).toBe(404);
    },
  );
});

describe('a client', () => {
  test('with a long address is refused', async () => {
    const server = await served();
    expect((await ask(server, `/${tokenOf(server)}/${'x'.repeat(10_000)}`)).status).toBe(431);
  });

  test('that does not speak HTTP, or names no host, is refused', async () => {
    const server = await served();
    expect(await sendBytes(server.port, 'EHLO mail\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendBytes(server.port, `GET /${tokenOf(server)}/ HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('with a body is not waited for', async () => {
    const server = await served();
    const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 1000000\r\n\r\n`;
    expect(await sendBytes(server.port, head)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each([
    ['two hosts', 'GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nHost: example.org\r\n\r\n', 403],
    ['two hosts, the other first', 'GET %PATH% HTTP/1.1\r\nHost: example.org\r\nHost: %HOST%\r\n\r\n', 403],
    ['a host with a full stop at its end', 'GET %PATH% HTTP/1.1\r\nHost: 127.0.0.1.:%PORT%\r\n\r\n', 403],
    ['a host in IPv6', 'GET %PATH% HTTP/1.1\r\nHost: [::ffff:127.0.0.1]:%PORT%\r\n\r\n', 403],
    ['a host as one number', 'GET %PATH% HTTP/1.1\r\nHost: 2130706433:%PORT%\r\n\r\n', 403],
    ['a host with a user', 'GET %PATH% HTTP/1.1\r\nHost: a@%HOST%\r\n\r\n', 403],
    ['an empty host', 'GET %PATH% HTTP/1.1\r\nHost:\r\n\r\n', 403],
    ['no host', 'GET %PATH% HTTP/1.1\r\n\r\n', 400],
    ['two origins', 'GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nOrigin: http://%HOST%\r\nOrigin: null\r\n\r\n', 403],
    ['a whole address', 'GET http://%HOST%%PATH% HTTP/1.1\r\nHost: %HOST%\r\n\r\n', 403],
    ['the target *', 'OPTIONS * HTTP/1.1\r\nHost: %HOST%\r\n\r\n', 403],
    [
      'two lengths of its body',
      'GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['white space in a name', 'GET %PATH% HTTP/1.1\r\nHost : %HOST%\r\n\r\n', 400],
    ['a folded line', 'GET %PATH% HTTP/1.1\r\nHost: example.org\r\n %HOST%\r\n\r\n', 400],
    ['a long field', `GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, 431],
    [
      'another token in its second request',
      'HEAD %PATH% HTTP/1.1\r\nHost: %HOST%\r\n\r\nGET /0/ HTTP/1.1\r\nHost: %HOST%\r\n\r\n',
      403,
    ],
    [
      'a wish for another protocol, from a page of another site',
      'GET %PATH% HTTP/1.1\r\nHost: %HOST%\r\nOrigin: http://example.org\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      403,
    ],
  ])('that sends %s is refused, and its connection is closed', async (_, bytes, status) => {
    const site = aSite();
    const server = await served(site);
    const sent = bytes
      .replaceAll('%HOST%', `127.0.0.1:${server.port}`)
      .replaceAll('%PORT%', String(server.port))
      .replaceAll('%PATH%', `/${tokenOf(server)}/echo?word=answer-with-token`);
    const answer = await sendBytes(server.port, sent);
    expect(answer.match(/^HTTP\/1\.1 \d+/gmu)?.at(-1)).toBe(`HTTP/1.1 ${status}`);
    expect(answer).not.toContain('answer-with-token');
  });

  test('is no proxy: a tunnel is not opened', async () => {
    const server = await served();
    expect(await sendBytes(server.port, `CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n`)).toBe('');
  });

  test('is one of at most 64', async () => {
    const server = await served();
    const sockets = Array.from({ length: 70 }, () => connect(server.port, '127.0.0.1').on('error', () => undefined));
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    await expect.poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length).toBe(6);
  });
});

describe('the event stream', () => {
  /** Opens the stream; `text` has what came so far. */
  async function stream(
    server: ServedSite,
  ): Promise<{ readonly text: () => string; readonly ended: Promise<unknown> }> {
    let text = '';
    const sent = request(`${server.address}events`, { agent: false }).end();
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
    response.on('data', (chunk) => (text += String(chunk))).on('error', () => undefined);
    return { text: () => text, ended: once(response, 'close') };
  }

  test('has an event for each change, on one line', async () => {
    const site = aSite();
    const events = await stream(await served(site));
    await expect.poll(events.text).toBe('retry: 1000\n\n');
    site.send('2');
    site.send('a\r\nb\n\nevent: x');
    await expect.poll(events.text).toBe('retry: 1000\n\ndata: 2\n\ndata: a b event: x\n\n');
  });

  test('ends with the reason when the server ends, which leaves no connection open', async () => {
    const server = await serve(aSite(), 0);
    const events = await stream(server);
    await server.close('the folder was deleted');
    await events.ended;
    expect(events.text()).toContain('event: ended\ndata: the folder was deleted\n\n');
    await expect(ask(server, '/')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a port', () => {
  /** Takes a port of this computer until the test ends. */
  async function takenPort(): Promise<number> {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    return (other.address() as AddressInfo).port;
  }

  test('that is taken is left for the next one that is free', async () => {
    const taken = await takenPort();
    const server = await served(aSite(), taken);
    expect(server.port).toBeGreaterThan(taken);
    expect(server.port).toBeLessThan(taken + 20);
    expect(server.address).toContain(`:${server.port}/`);
    expect((await ask(server, new URL(server.address).pathname)).status).toBe(200);
  });

  test('that is the last one, and taken, ends in a usage error', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    // Another process may have it already.
    await new Promise((resolve) => {
      other.once('listening', resolve).once('error', resolve).listen(65_535, '127.0.0.1');
    });
    const refusal = serve(aSite(), 65_535);
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow('port 65535 is taken');
  });
});

test('a bug in an answer reaches the command', async () => {
  const server = await served();
  const answer = ask(server, `/${tokenOf(server)}/bug`);
  await expect(server.failed).rejects.toThrow('a bug');
  await expect(answer).rejects.toThrow();
});
