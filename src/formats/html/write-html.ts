import { createHash } from 'node:crypto';
import { conventionsOf } from '../../languages/languages.ts';
import type { Letter } from '../../model/letter.ts';
import type { Locales } from '../../model/locale-data.ts';
import type { PreparedPictures } from '../../model/picture.ts';
import { letterFileName } from '../../model/letter-file-name.ts';
import type { WriteLetter, WritingTools } from '../format.ts';
import { letterBody } from './html-letter.ts';
import { letterStyle } from './html-style.ts';
import { createPictureAddress } from '../picture-address.ts';
import { createElement, type HtmlElement } from './html-tree.ts';
import { printHtml } from './print-html.ts';

/** Opens the format `html`: one file in UTF-8 with all that it needs, pictures too. */
export function openHtml({ locales, pictures, accent }: WritingTools): WriteLetter {
  const write = createHtmlWriter(locales, pictures, accent);
  const encoder = new TextEncoder();
  return ({ letter }) => [{ name: letterFileName(letter, 'html'), bytes: encoder.encode(write(letter)) }];
}

/**
 * Opens the HTML writer of a run. It writes a document (https://html.spec.whatwg.org/) in reading order, with the notes
 * at the end. The document loads nothing and runs nothing, and its Content Security Policy says so: the stylesheet is
 * inside, and so are pictures. `accent` is the colour of letterhead and links.
 */
export function createHtmlWriter(
  locales: Locales,
  pictures: PreparedPictures,
  accent?: string,
): (letter: Letter) => string {
  const pictureAddress = createPictureAddress(pictures);
  return (letter) => {
    const conventions = conventionsOf(letter.language, locales);
    const style = letterStyle(conventions.writingDirection, letter.notice, accent);
    const html = createElement(
      'html',
      { lang: letter.language, dir: conventions.writingDirection },
      documentHead(letter, style),
      letterBody(letter, conventions, pictureAddress),
    );
    return `<!DOCTYPE html>\n${printHtml(html)}\n`;
  };
}

function documentHead({ title, author }: Letter, style: string): HtmlElement {
  const styleHash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  return createElement(
    'head',
    {},
    createElement('meta', { charset: 'utf-8' }),
    createElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    createElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    createElement('meta', { name: 'referrer', content: 'no-referrer' }),
    createElement('title', {}, title),
    ...(author === '' ? [] : [createElement('meta', { name: 'author', content: author })]),
    createElement('style', {}, style),
  );
}
