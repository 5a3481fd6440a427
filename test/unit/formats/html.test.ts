import { createHash } from 'node:crypto';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { createHtmlWriter } from '../../../src/formats/html/write-html.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import type { Inline, Text } from '../../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { encodeJpeg } from '../../support/encode-jpeg.ts';
import { checkedPicture, preparedPictures } from '../../support/pictures.ts';
import { squeezed } from '../../support/paged-text.ts';
import { letterWords } from '../../support/product-languages.ts';
import {
  attributeOf,
  elementsOfHtml,
  htmlFaults,
  type ReadElement,
  textOfElement,
  wordsOfHtml,
} from '../../support/read-html.ts';
import { enclosed } from '../../support/an-enclosure.ts';
import { EVERY_PART, MAP, MAP_FIGURE, NOTE_OF_CAMERA } from '../../support/every-part-letter.ts';

const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
const link = (url: string, ...children: readonly Inline[]): Inline => ({ type: 'link', url, children });
const isolated = (value: string): Text => ({ type: 'text', value, isolates: [{ start: 0, end: value.length }] });
const photo = checkedPicture(
  'photo.jpg',
  encodeJpeg({ segments: [[0xfe, NOTE_OF_CAMERA]], block: (x, y) => x * 9 + y }),
);
const writeHtml = createHtmlWriter(NO_LOCALES, preparedPictures(MAP, photo));

function elementsNamed(letter: Letter, ...names: readonly string[]): readonly ReadElement[] {
  return elementsOfHtml(writeHtml(letter)).filter(({ tagName }) => names.includes(tagName));
}

/** The markup of a body, one block a line, without that of the rest of the letter. */
function bodyOf(...body: Letter['body']): string {
  const [, markup = ''] = /Your Excellency,<\/p>\n([^]*?)\n<p class="close">/.exec(writeHtml(aLetter({ body }))) ?? [];
  return markup;
}

describe('a letter in HTML', () => {
  test('has all words of the letter in reading order', () => {
    expect(squeezed(wordsOfHtml(writeHtml(EVERY_PART)))).toBe(squeezed(letterWords(EVERY_PART)));
    expect(squeezed(wordsOfHtml(writeHtml(EVERY_PART)))).toContain('2.Two.');
  });

  test('is valid, and needs no repair', async () => {
    expect(await htmlFaults(writeHtml(EVERY_PART))).toEqual([]);
    const signatures = Array.from({ length: 12 }, (_, index) => ({
      organisation: `Society ${index}`,
      heading: index < 6 ? 'Ruritania' : 'Utopia',
    }));
    expect(await htmlFaults(writeHtml(aLetter({ signatures, letterhead: [], notice: undefined })))).toEqual([]);
    expect(await htmlFaults('<p><div>x</div></p>')).not.toEqual([]);
  });

  test('states its language, direction, title and author', () => {
    const [html] = elementsNamed(EVERY_PART, 'html');
    expect(html?.attrs).toEqual([
      { name: 'lang', value: 'en' },
      { name: 'dir', value: 'ltr' },
    ]);
    expect(elementsNamed(aLetter({ title: 'A & B' }), 'title').map(textOfElement)).toEqual(['A & B']);
    const author = (letter: Letter) =>
      elementsNamed(letter, 'meta').filter((each) => attributeOf(each, 'name') === 'author');
    expect(author(EVERY_PART).map((each) => attributeOf(each, 'content'))).toEqual(['Specimen']);
    expect(author(aLetter({ author: '' }))).toEqual([]);
  });

  test('allows nothing but its own stylesheet and its pictures, and has no script', () => {
    const html = writeHtml(EVERY_PART);
    const [style] = elementsNamed(EVERY_PART, 'style');
    const hash = createHash('sha256')
      .update(style === undefined ? '' : textOfElement(style))
      .digest('base64');
    const policies = elementsNamed(EVERY_PART, 'meta').flatMap((each) =>
      attributeOf(each, 'http-equiv') === 'Content-Security-Policy' ? [attributeOf(each, 'content')] : [],
    );
    expect(policies).toEqual([
      `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    ]);
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|url\(|@import/i);
    const sources = elementsNamed(EVERY_PART, 'img').map((each) => attributeOf(each, 'src')?.slice(0, 22));
    expect(sources).toEqual(Array.from({ length: 4 }, () => 'data:image/png;base64,'));
  });

  test('has a picture, its size in CSS pixels and what stands for it', () => {
    const [image] = elementsNamed(aLetter({ body: [{ type: 'picture', figure: MAP_FIGURE }] }), 'img');
    if (image === undefined) throw new Error('no picture');
    expect(attributeOf(image, 'src')).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(['alt', 'width', 'height'].map((name) => attributeOf(image, name))).toEqual([
      MAP_FIGURE.alternative,
      '80',
      '27',
    ]);
    expect(bodyOf({ type: 'picture', figure: { ...MAP_FIGURE, alternative: undefined } })).toContain(' alt="" ');
  });

  test('has the pixels of its pictures, and nothing else of their files', () => {
    const body: Letter['body'] = [MAP, photo].map((picture) => ({
      type: 'picture',
      figure: { ...MAP_FIGURE, picture },
    }));
    const files = elementsNamed(aLetter({ body }), 'img').map((each) =>
      Buffer.from(attributeOf(each, 'src')?.split(',')[1] ?? '', 'base64'),
    );
    expect([MAP, photo].map(({ bytes }) => Buffer.from(bytes).includes('In the garden'))).toEqual([true, true]);
    expect(files.map((bytes) => bytes.includes('In the garden'))).toEqual([false, false]);
    const drawn = (bytes: Uint8Array) => new mupdf.Image(bytes).toPixmap().getPixels();
    expect(files.map(drawn)).toEqual([MAP, photo].map(({ bytes }) => drawn(bytes)));
  });

  test('has its subject as its only heading of level 1, and headings, lists and tables as such', () => {
    expect(elementsNamed(EVERY_PART, 'h1', 'h2', 'h3').map((each) => [each.tagName, textOfElement(each)])).toEqual([
      ['h1', 'Subject'],
      ['h2', 'Heading'],
      ['h3', 'Deeper'],
    ]);
    expect(
      elementsNamed(EVERY_PART, 'th').map((each) => [attributeOf(each, 'scope'), attributeOf(each, 'class')]),
    ).toEqual([
      ['col', undefined],
      ['col', 'end'],
      ['col', 'center'],
      ['col', undefined],
    ]);
    expect(bodyOf(bulleted(item(paragraph('a')), item(paragraph('b'), paragraph('c'))))).toBe(
      '<ul>\n<li>a</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>',
    );
    expect(bodyOf({ type: 'list', ordered: true, start: 7, isDemands: true, children: [item(paragraph('a'))] })).toBe(
      '<ol start="7" aria-label="Demands">\n<li>a</li>\n</ol>',
    );
  });

  test('leads from each mark to its note, and from the note to its first mark', () => {
    const elements = elementsOfHtml(writeHtml(EVERY_PART));
    const ids = elements.flatMap((each) => attributeOf(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const linksOf = (role: string) =>
      elements
        .filter((each) => attributeOf(each, 'role') === role)
        .map((each) => [attributeOf(each, 'href'), attributeOf(each, 'id'), attributeOf(each, 'aria-label')]);
    expect(linksOf('doc-noteref')).toEqual([
      ['#note-1', 'mark-1', undefined],
      ['#note-2', 'mark-2', undefined],
      ['#note-1', undefined, undefined],
      ['#note-3', 'mark-3', undefined],
    ]);
    expect(linksOf('doc-backlink')).toEqual([
      ['#mark-1', undefined, 'Back to the mark of note 1'],
      ['#mark-2', undefined, 'Back to the mark of note 2'],
      ['#mark-3', undefined, 'Back to the mark of note 3'],
    ]);
    expect(ids.filter((id) => id.startsWith('note-'))).toEqual(['note-1', 'note-2', 'note-3', 'note-4']);
    expect(writeHtml(EVERY_PART)).toContain('</sup>\u202F<sup>');
  });
});

describe('a link', () => {
  test('is divided by the mark of a note, because a link cannot be in another', () => {
    const marked = link(
      'https://example.org/',
      text('a '),
      { type: 'emphasis', children: [text('b'), mark('1')] },
      text(' c'),
    );
    expect(bodyOf(paragraph(marked))).toBe(
      '<p><a href="https://example.org/">a <em>b</em></a><em><sup><a href="#note-1" id="mark-1" role="doc-noteref">1</a></sup></em><a href="https://example.org/"> c</a></p>',
    );
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'JAVASCRIPT:x',
    '//example.org',
    'file:///x',
  ])('to %s is never written', (url) => {
    expect(() => writeHtml(aLetter({ body: [paragraph(link(url, text('x')))] }))).toThrow('https, http or mailto only');
  });

  test('has an address that is escaped', () => {
    const url = 'https://example.org/?a="><script>alert(1)</script>&b=\'';
    const letter = aLetter({ body: [paragraph(link(url, text('x')))] });
    expect(elementsNamed(letter, 'a').map((each) => attributeOf(each, 'href'))).toEqual([url]);
    expect(elementsNamed(letter, 'script')).toEqual([]);
  });
});

const HOSTILE_VALUES = [
  '</title><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '" onload="alert(1)',
  "' onfocus='alert(1)",
  '--><script>x</script><!--',
  ']]><svg onload=x>',
  '\\"; } body { display: none } @import "x"; /*',
  '&lt;b&gt; &amp;amp; &#60;',
  ...AWKWARD_VALUES,
];

describe('a value', () => {
  const elementNames = (letter: Letter) => elementsOfHtml(writeHtml(letter)).map(({ tagName }) => tagName);
  const letterWith = (value: string): Letter =>
    aLetter({
      notice: value,
      letterhead: [value],
      senderLines: [[text(value)]],
      dateLine: value,
      reference: value,
      marking: value,
      delivery: value,
      insideAddress: [value],
      subject: [text(value)],
      salutation: value,
      body: [
        paragraph(value, strong(value), link('mailto:a@example.org', text(value))),
        table([null], [value], [value]),
        { type: 'picture', figure: { ...MAP_FIGURE, alternative: value } },
      ],
      close: value,
      signatures: [{ organisation: value, person: value, title: value, country: value }],
      enclosures: [enclosed(text(value))],
      copies: [value],
      notes: [aNote(1, value)],
      title: value,
      author: value,
    });

  test.each(HOSTILE_VALUES)('is text wherever it is: %s', (value) => {
    const letter = letterWith(value);
    expect(elementNames(letter)).toEqual(elementNames(letterWith('value')));
    expect(squeezed(wordsOfHtml(writeHtml(letter)))).toBe(squeezed(letterWords(letter)));
    expect(elementsNamed(letter, 'title').map(textOfElement)).toEqual([value]);
    const images = elementsNamed(letter, 'img').map((each) => attributeOf(each, 'alt'));
    expect(images).toEqual([value]);
  });

  test('in the notice of printed pages is a string of CSS', () => {
    const styleOf = (notice: string) => elementsNamed(aLetter({ notice }), 'style').map(textOfElement).join('');
    expect(styleOf('Draft: "x" \\ </style>')).toContain('content: "Draft: \\22 x\\22  \\5c  \\3c /style>";');
    expect(
      elementsNamed(aLetter({ notice: undefined }), 'style')
        .map(textOfElement)
        .join(''),
    ).not.toContain('@page :first');
  });
});

describe('direction', () => {
  const arabic = (...content: readonly (string | Inline)[]) =>
    /المحترم،<\/p>\n([^]*?)\n<p class="close">/.exec(
      writeHtml(
        aLetter({ language: 'ar', salutation: 'المحترم،', close: 'مع الاحترام', body: [paragraph(...content)] }),
      ),
    )?.[1];

  test('is that of the line on a page, from the letter or from the words', () => {
    expect(arabic('كلمة')).toBe('<p>كلمة</p>');
    expect(arabic('Palais des Nations')).toBe('<p dir="ltr">Palais des Nations</p>');
    expect(bodyOf(paragraph('كلمة'))).toBe('<p dir="rtl">كلمة</p>');
    expect(bodyOf(bulleted(item(paragraph('كلمة'))))).toBe('<ul>\n<li>\n<p dir="rtl">كلمة</p>\n</li>\n</ul>');
  });

  test('of a value is its own, and it cannot change that of the words around it', () => {
    expect(arabic('السيد ', isolated('Ada Brook'), ' المحترم')).toBe(
      '<p>السيد <bdi dir="ltr">Ada Brook</bdi> المحترم</p>',
    );
    expect(bodyOf(paragraph('Mr ', isolated('كلمة'), ', 12'))).toBe('<p>Mr <bdi dir="rtl">كلمة</bdi>, 12</p>');
    expect(bodyOf(paragraph('Mr ', isolated('Ada'), ', 12'))).toBe('<p>Mr Ada, 12</p>');
  });

  test('of a telephone number or an article is left to right, as on a page', () => {
    expect(arabic('هاتف +970 2 295 4646 والمادة 87(7)(a)')).toBe(
      '<p>هاتف <bdi dir="ltr">+970 2 295 4646</bdi> والمادة <bdi dir="ltr">87(7)(a)</bdi></p>',
    );
  });

  test('does not depend on the language of a part, which is stated', () => {
    expect(arabic('كلمة ', { type: 'text', value: 'Rue', language: 'fr' })).toBe(
      '<p>كلمة <span lang="fr">Rue</span></p>',
    );
  });
});

test('the colour of letterhead and links is that of the campaign', () => {
  expect(createHtmlWriter(NO_LOCALES, preparedPictures(MAP), '#123456')(EVERY_PART)).toContain('--accent: #123456;');
});
