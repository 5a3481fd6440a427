import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { choiceIn, hashOf } from '../../../../src/commands/preview/page/choice.js';
import { createPreviewSite } from '../../../../src/commands/preview/run-site.ts';
import type { PreviewChoice } from '../../../../src/commands/preview/preview.ts';
import { aPreviewRecipient, madeUpPreview } from '../../../support/made-up-preview.ts';

const PAGE = 'src/commands/preview/page';
const START = { id: 'be-minister', letter: null, languages: [] };
const files = readdirSync(PAGE).filter((name) => name !== 'tsconfig.json');
const textOf = (file: string): string => readFileSync(join(PAGE, file), 'utf8');

function aPreview(asked: PreviewChoice[] = []) {
  return madeUpPreview({
    recipients: [aPreviewRecipient()],
    diagnostics: [],
    letter: (choice) => {
      asked.push(choice);
      return { pages: [], sheet: null, parts: [], diagnostics: [], isOld: false, reason: null };
    },
  });
}

describe('the site of a preview', () => {
  test('has every file of the page, and no other', async () => {
    const site = createPreviewSite(aPreview(), START);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const found = await site.find(file === 'index.html' ? '' : file, new URLSearchParams());
      const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[file.split('.').at(-1) ?? ''];
      expect([file, found]).toEqual([file, { type: `${type}; charset=utf-8`, body: textOf(file) }]);
    }
    for (const path of ['index.html', 'tsconfig.json', '../run.ts', '/main.js', 'page/main.js', 'constructor', '/'])
      expect([path, await site.find(path, new URLSearchParams())]).toEqual([path, undefined]);
  });

  test('has what is shown first, the recipients and a letter as JSON', async () => {
    const preview = aPreview();
    const site = createPreviewSite(preview, START);
    const json = async (path: string, query = ''): Promise<unknown> => {
      const found = await site.find(path, new URLSearchParams(query));
      expect(found?.type).toBe('application/json; charset=utf-8');
      return JSON.parse(found?.body ?? '');
    };
    expect(await json('start.json')).toEqual(START);
    expect(await json('overview.json')).toEqual(await preview.overview());
    const choice = { letter: 'appeal', id: 'élu.2', language: 'pt-BR' };
    expect(await json('letter.json', String(new URLSearchParams(choice)))).toEqual(await preview.letter(choice));
  });

  test.each([
    ['', 'be-minister', 'en'],
    ['..', 'be-minister', 'en'],
    ['appeal/../x', 'be-minister', 'en'],
    ['appeal', '../x', 'en'],
    ['appeal', 'a\0b', 'en'],
    ['appeal', 'be-minister', ''],
    ['appeal', 'be-minister', '../en'],
  ])('has no letter of %j to %j in %j, which can be the name of none', async (letter, id, language) => {
    const asked: PreviewChoice[] = [];
    const site = createPreviewSite(aPreview(asked), START);
    expect(await site.find('letter.json', new URLSearchParams({ letter, id, language }))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('has an event for each change until no more are asked for', () => {
    const preview = aPreview();
    const events: string[] = [];
    const end = createPreviewSite(preview, START).onEvent((data) => events.push(data));
    preview.change({});
    preview.change({});
    end();
    preview.change({});
    expect(events).toEqual(['2', '3']);
  });
});

describe('the page of a preview', () => {
  const scripts = files.filter((file) => file.endsWith('.js'));

  test('has no script, style or handler in its HTML, as its security policy asks', () => {
    const html = textOf('index.html');
    expect(html).toContain('<script type="module" src="main.js"></script>');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  });

  test('reads no value as HTML or code, and names no address but those beneath its own', () => {
    const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextual/;
    const addresses = /['"`(]\s*(?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)/;
    for (const file of scripts) {
      expect([file, forbidden.exec(textOf(file)), addresses.exec(textOf(file))]).toEqual([file, null, null]);
    }
    expect(textOf('style.css')).not.toMatch(/url\(|@import/);
  });

  test('imports only what is beside it', () => {
    const imported = scripts.flatMap((file) => [...textOf(file).matchAll(/^import .* from '(.*)';$/gm)]);
    expect(imported.length).toBeGreaterThan(10);
    for (const [, specifier = ''] of imported) expect(files).toContain(specifier.replace('./', ''));
  });
});

describe('the choice in an address', () => {
  test.each([
    [{ letter: 'open-letter', id: 'eu-be', languages: ['fr'] }, '#open-letter/eu-be/fr'],
    [{ letter: 'open-letter', id: 'eu-be', languages: ['fr', 'pt-BR'] }, '#open-letter/eu-be/fr+pt-BR'],
    [{ letter: 'lettre_é', id: 'élu.2', languages: ['fr'] }, '#lettre_%C3%A9/%C3%A9lu.2/fr'],
    [{ letter: 'a', id: 'b', languages: [] }, '#a/b/'],
  ])('%j is %s, and is read back', (choice, hash) => {
    expect(hashOf(choice)).toBe(hash);
    expect(choiceIn(hash)).toEqual(choice);
  });

  test.each(['', '#', '#a', '#/b/fr', '#a//fr', '#%', '#a/%E0%A4%A/fr'])('is none in %j', (hash) => {
    expect(choiceIn(hash)).toBeUndefined();
  });
});
