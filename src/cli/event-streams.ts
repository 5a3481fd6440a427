import type { Writable } from 'node:stream';

/** The browsers that wait for events. */
export interface EventStreams {
  /** Keeps the response, whose head is sent, and writes further events to it until its connection ends. */
  readonly add: (response: Writable) => void;
  /** Sends an event. `name`: undefined for the usual one, `message`. */
  readonly send: (data: string, name?: string) => void;
  /** Ends all streams. */
  readonly close: () => void;
}

/** How many streams are open at most. When one more is opened, the oldest ends, as that of a page left behind. */
const MAX_STREAMS = 32;

/** The bytes that may wait for a slow reader. Its stream is then ended, and the page opens another. */
const MAX_WAITING_BYTES = 65_536;

/** The time between two comments that keep a stream from being idle, in milliseconds. */
const KEPT_ALIVE_EVERY = 20_000;

/** Creates the set of event streams (HTML Living Standard, 9.2), which is empty. */
export function openEventStreams(): EventStreams {
  const responses = new Set<Writable>();
  const write = (text: string): void => {
    for (const response of responses) {
      response.write(text);
      if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    }
  };
  const timer = setInterval(() => write(':\n\n'), KEPT_ALIVE_EVERY).unref();
  return {
    add: (response) => {
      const [oldest] = responses;
      if (oldest !== undefined && responses.size >= MAX_STREAMS) oldest.destroy();
      responses.add(response);
      response.on('close', () => responses.delete(response));
      // Sent at once, so that the browser knows that the stream is open. After a lost connection it waits a second.
      response.write('retry: 1000\n\n');
    },
    send: (data, name) => {
      const line = data.replaceAll(/[\r\n]+/gu, ' ');
      write(`${name === undefined ? '' : `event: ${name}\n`}data: ${line}\n\n`);
    },
    close: () => {
      clearInterval(timer);
      for (const response of responses) response.end();
    },
  };
}
