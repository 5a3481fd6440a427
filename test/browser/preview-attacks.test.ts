import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPreviewRecipient } from '../support/made-up-preview.ts';
import { lettersOf, servePreview } from './support/served-preview.ts';
import { useBrowser } from './support/use-browser.ts';

const open = useBrowser();

const CAMPAIGN = {
  recipients: [aPreviewRecipient({ id: '__proto__', roles: ['constructor'] })],
  diagnostics: [],
  letter: () => lettersOf(['A paragraph']),
};
const TITLE = '__proto__ (en) – preview of appeal';

/** Serves a page of another site; returns its address. */
async function serveOtherSite(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('the page of a preview, of a campaign that attacks it,', () => {
  test.each([
    ['a script', '<script>document.title="ran"</script>'],
    [
      'a script in another case and namespace',
      '<x:script xmlns:x="http://www.w3.org/1999/xhtml">document.title="ran"</x:script>',
    ],
    [
      'HTML',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="document.title=1"/></body></foreignObject>',
    ],
    ['a handler', '<rect width="595" height="842" onclick="document.title=1"/>'],
    [
      'an animation of a link',
      '<a><animate attributeName="href" values="javascript:document.title=1"/><rect width="595" height="842"/></a>',
    ],
    ['an element of another document', '<use href="http://127.0.0.1:1/x.svg#a"/>'],
    ['a picture from elsewhere', '<image href="http://127.0.0.1:1/x.png" width="9" height="9"/>'],
    [
      'a style with an address',
      '<text style="background:url(http://127.0.0.1:1/x)" fill="url(http://127.0.0.1:1/y#a)">x</text>',
    ],
    ['a link that is code', '<a href=" java\tscript:document.title=1"><rect width="595" height="842"/></a>'],
    [
      'a link that is code, of XLink',
      '<a xmlns:l="http://www.w3.org/1999/xlink" l:href="javascript:document.title=1"><rect width="595" height="842"/></a>',
    ],
    ['a document type with an entity', ''],
  ])('neither runs nor loads anything of a page with %s', async (name, content) => {
    const doctype = name.startsWith('a document type')
      ? '<!DOCTYPE svg [<!ENTITY e SYSTEM "http://127.0.0.1:1/e">]>'
      : '';
    const svg = `${doctype}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842">${content}</svg>`;
    const { address } = await servePreview({
      ...CAMPAIGN,
      letter: () => ({ ...lettersOf(['A']), pages: [svg] }),
    });
    const { page } = await open(address);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('.page').waitFor();
    await page.locator('.page').click();
    await page.waitForTimeout(100);
    expect(await page.title()).toBe(TITLE);
    expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(page.url()).toContain(address);
  });

  test('runs no code that would come into it in spite of that', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const { page, errors } = await open(address);
    await expect.poll(() => page.title()).toBe(TITLE);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.head.append(script);
      const loaded = document.createElement('script');
      loaded.src = 'data:text/javascript,document.title="ran"';
      document.head.append(loaded);
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title=1"><iframe src="/"></iframe>');
    }`);
    await expect
      .poll(() => errors.filter((error) => error.includes('Content Security Policy')).length)
      .toBeGreaterThan(3);
    expect(await page.title()).toBe(TITLE);
  });
});

describe('a page of another site that knows the address', () => {
  test('can neither read the preview, load its script, frame it nor open it', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const other = await serveOtherSite(`<!doctype html><title>Other</title>
      <iframe id="frame" src="${address}"></iframe><a id="link" href="${address}">x</a>
      <script src="${address}main.js" onerror="window.scripts = 'refused'" onload="window.scripts = 'loaded'"></script>`);
    const { page } = await open(other);
    const read = (options: string): Promise<unknown> =>
      page.evaluate(
        `fetch('${address}overview.json', ${options}).then(async (r) => [r.type, await r.text()], () => 'refused')`,
      );
    expect(await read('{}')).toBe('refused');
    expect(await read("{ mode: 'no-cors' }")).toBe('refused');
    expect(await page.evaluate('window.scripts')).toBe('refused');
    expect(
      await page.evaluate(`new Promise((resolve) => {
      const events = new EventSource('${address}events');
      events.onerror = () => resolve('refused');
      events.onopen = () => resolve('open');
    })`),
    ).toBe('refused');
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    expect(await framed?.locator('#recipients').count()).toBe(0);
    await page.locator('#link').click();
    await expect
      .poll(() => page.locator('body').textContent())
      .toContain('Only the address that demarche preview printed');
  });
});
