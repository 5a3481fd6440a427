import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/cli/serve.ts';

test.each([
  ['sends nothing', ''],
  ['does not end its head', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
])('a client that %s is disconnected, and does not keep others from being answered', async (_, bytes) => {
  const server = await serve({ find: async () => undefined, eventsPath: 'events', onEvent: () => () => {} }, 0);
  onTestFinished(() => server.close());
  const slow = connect(server.port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void slow.destroy());
  slow.resume().write(bytes);
  expect((await fetch(server.address)).status).toBe(404);
  await once(slow, 'close');
});
