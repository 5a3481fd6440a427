import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from './chromium.ts';

/** A page in a browser of its own kind: nothing of another test is in it. */
export interface Visit {
  readonly page: Page;
  /** The addresses, other than those of {@link isAtHome}, that the page has asked for. None of them was reached. */
  readonly refused: readonly string[];
  /** What the page has written to the console as an error, and exceptions that its script did not catch. */
  readonly errors: readonly string[];
}

/** How a page is seen. */
export interface Sight {
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly javaScript?: boolean;
}

/** Opens an address in a new page, and waits until it is loaded. */
export type OpenPage = (address: string, sight?: Sight) => Promise<Visit>;

/**
 * Starts Chromium before the tests of a file, and stops it after them. Pages are closed after each test. A page is
 * refused whatever is not on this machine.
 */
export function useBrowser(): OpenPage {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  return async (address, { width = 1280, height = 900, javaScript = true, ...look } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: javaScript,
      colorScheme: 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...look,
    });
    contexts.push(context);
    const refused: string[] = [];
    const errors: string[] = [];
    await context.route(
      (url) => !isAtHome(url),
      (route) => {
        refused.push(route.request().url());
        return route.abort();
      },
    );
    await context.routeWebSocket(
      (url) => !isAtHome(url),
      (socket) => {
        refused.push(socket.url());
        return socket.close();
      },
    );
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(address);
    return { page, refused, errors };
  };
}

/** Whether an address is on this machine: a file, data in the page itself, or a server on 127.0.0.1. */
function isAtHome(url: URL): boolean {
  return ['file:', 'data:', 'blob:', 'about:'].includes(url.protocol) || url.hostname === '127.0.0.1';
}
