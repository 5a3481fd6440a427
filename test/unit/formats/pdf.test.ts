import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../../src/model/picture.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { createTextNode, type Inline } from '../../../src/model/tree.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { attachmentOfSource, attachmentsOfEnclosures } from '../../../src/formats/pdf/pdf-attachments.ts';
import { createPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, text } from '../../support/a-letter.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { valueOf } from '../../support/outcomes.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { unpacked, writtenObjects } from '../../support/written-objects.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { letterWords } from '../../support/product-languages.ts';
import { anEnclosedFile, enclosed } from '../../support/an-enclosure.ts';

const fonts = await productFonts();
const writePdf = createPdfWriter(fonts, NO_PICTURES);

function setLetter(letter: Letter): PagedLetter {
  return valueOf(typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), fonts));
}

function write(letter: Letter): Uint8Array {
  return writePdf(setLetter(letter));
}

/** Two pages with everything that a letter may have. */
const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });

const full = aLetter({
  title: 'Cooperation & <independence>',
  author: 'Al-Haq, „Łódź“',
  reference: 'A/1',
  letterhead: ['One Organisation', 'Two Organisations'],
  body: [
    paragraph('The office of the Court.', mark('1'), ' It is open.'),
    { type: 'heading', depth: 2, children: [text('What we ask')] },
    numbered(
      item(
        paragraph(strong('Act.'), ' Now: '.repeat(120).trim()),
        bulleted(item(paragraph('first')), item(paragraph('last'))),
      ),
      item(
        paragraph('See ', {
          type: 'link',
          url: 'https://example.org/é',
          children: [text('the affair '.repeat(60).trim())],
        }),
      ),
    ),
    { type: 'heading', depth: 3, children: [text('How')] },
    { type: 'heading', depth: 2, children: [text('And why')] },
    { type: 'blockquote', children: [paragraph('No\u00A0break; e\u0301; x\u0301; Ελλάδα; Україна; Łódź.')] },
  ],
  signatures: [{ organisation: 'One Organisation', person: 'A. Person', title: 'Director' }],
  enclosures: [enclosed(text('The open letter'))],
  copies: ['The Secretariat'],
  notes: [aNote(1, 'Rome Statute, art. 86.')],
});

const isBackLink = ({ contents }: { readonly contents: string }): boolean => contents.startsWith('Back to the mark');

const fullPdf = await readPdf(write(full));

describe('a PDF', () => {
  test('holds the words of its letter in their order, as another reader finds them', () => {
    expect(withoutSpace(fullPdf.spoken)).toBe(withoutSpace(letterWords(full)));
  });

  test('draws every line where it stands', () => {
    const { pages, sheet } = setLetter(full);
    const starts = pages
      .map(linesOfPage)
      .flatMap((lines, page) =>
        lines.map(({ baseline, fragments }) => placeOf(page, fragments[0]?.x ?? 0, sheet.height - baseline)),
      );
    expect(starts.length).toBeGreaterThan(40);
    const drawn = new Set(fullPdf.places.map(({ page, x, y }) => placeOf(page, x, y)));
    expect(starts.filter((start) => !drawn.has(start))).toEqual([]);
  });

  test('names what everything is, in reading order', () => {
    expect(fullPdf.pages).toHaveLength(2);
    expect(fullPdf.roles.join(' ')).toMatchInlineSnapshot(
      `"Document P Sect P P P P Sect P P P H1 P P Reference Link H2 L LI Lbl LBody P Span L LI Lbl LBody P LI Lbl LBody P LI Lbl LBody P Link Sect Note Lbl Link P Document H3 H2 BlockQuote P P Sect Sect P Span P P Sect P L LI LBody Sect P L LI LBody"`,
    );
  });

  test('has the notice on every page', () => {
    expect(fullPdf.pages.map((page) => page.startsWith('Specimen: not to be sent.'))).toEqual([true, true]);
  });

  test('has its title, author and language', () => {
    const { info, metadata, language } = fullPdf;
    expect([info['Title'], info['Author'], language]).toEqual([full.title, full.author, 'en']);
    expect(metadata).toContain('Cooperation &amp; &lt;independence&gt;');
    expect(metadata).toContain('Al-Haq, „Łódź“');
  });

  test('says of words in another language which it is', () => {
    const french: Inline = { type: 'text', value: 'Statut de Rome', language: 'fr' };
    const objects = writtenObjects(write(aLetter({ notes: [], body: [paragraph('See ', french, '.')] })));
    const spans = [...objects.values()].filter(({ text: written }) => written.includes('/S /Span'));
    expect(spans.map(({ text: written }) => /\/Lang \S+?\)/.exec(written)?.[0])).toEqual(['/Lang (fr)']);
  });

  test('says which words are strong and emphasised, with roles that are mapped to one of PDF 1.7', () => {
    const stressed: Inline[] = [{ type: 'emphasis', children: [{ type: 'text', value: 'Review' }] }, strong('now')];
    const written = [...writtenObjects(write(aLetter({ notes: [], body: [paragraph(...stressed)] }))).values()];
    const rolesWritten = written.flatMap(({ text: object }) => /\/S \/(Em|Strong)\b/u.exec(object)?.[1] ?? []);
    // The name in the signature is strong too.
    expect(rolesWritten.toSorted()).toEqual(['Em', 'Strong', 'Strong']);
    const roleMaps = written.flatMap(({ text: object }) => /\/RoleMap <<([^>]*)>>/u.exec(object)?.[1] ?? []);
    expect(roleMaps.map((map) => map.trim().split(/\s+/u))).toEqual([['/Strong', '/Span', '/Em', '/Span']]);
  });

  test('claims PDF/UA-1 and PDF/A-3a', () => {
    expect(fullPdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(fullPdf.metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  });

  test('has bookmarks and page labels', () => {
    const { bookmarks, labels } = fullPdf;
    expect(bookmarks).toMatchObject([
      {
        title: 'Subject',
        items: [
          { title: 'What we ask', items: [{ title: 'How' }] },
          { title: 'And why', items: [] },
        ],
      },
    ]);
    expect(labels).toEqual(['1', '2']);
  });

  test('has a link from each note to its mark on an earlier page, which says so', () => {
    const letter = aLetter({
      body: [paragraph('One', mark('1')), paragraph('words '.repeat(900).trim()), paragraph('Two', mark('2'))],
      notes: [aNote(1, 'A.'), aNote(2, 'B.')],
    });
    const written = [...writtenObjects(write(letter)).values()].map(({ text: object }) => object);
    const backLinks = written.filter((object) => /Back to the mark of note \d/.test(object));
    expect(backLinks).toHaveLength(2);
    for (const object of backLinks) expect(object).toMatch(/\/Dest \[\d+ 0 R \/XYZ 0 [\d.]+ null\]/);
  });

  test('has links that say where they lead, each line with its own, and marks that say what their notes say', () => {
    expect(fullPdf.links[0]).toEqual({ url: undefined, contents: '1 Rome Statute, art. 86.' });
    expect(fullPdf.links.filter(isBackLink)).toHaveLength(1);
    const rest = fullPdf.links.slice(1).filter((link) => !isBackLink(link));
    expect(rest.length).toBeGreaterThan(5);
    expect(new Set(rest.map(({ url }) => url))).toEqual(new Set(['https://example.org/%C3%A9']));
    expect(new Set(rest.map(({ contents }) => contents))).toEqual(new Set(['the affair '.repeat(60).trim()]));
  });

  test.each(AWKWARD_VALUES)('holds %j as it was typed', async (value) => {
    const { spoken } = await readPdf(write(aLetter({ notice: undefined, copies: [value] })));
    // The reader parts marks from their letters, and shows other spaces as spaces.
    expect(spoken.normalize('NFKD')).toContain(value.normalize('NFKD'));
  });

  test('takes an attachment, described as what it is', async () => {
    const bytes = new TextEncoder().encode('# Subject\n');
    const pdf = writePdf(setLetter(aLetter()), [attachmentOfSource({ name: 'minister-ab.en.md', bytes })]);
    expect((await readPdf(pdf)).attachments).toEqual({ 'minister-ab.en.md': bytes });
    const raw = unpacked(pdf);
    expect(raw).toMatch(
      /\/F \((\S+)\) \/UF \(\1\) \/Desc \(\1\) \/AFRelationship \/Source \/EF << \/F (\d+) 0 R \/UF \2 0 R >>/,
    );
    expect(raw).toContain('/Subtype /text#2Fmarkdown /Params << /Size 10 /ModDate (D:20251201000000Z) >>');
    const [, description] = /\/AF \[(\d+) 0 R\]/.exec(raw) ?? [];
    expect(raw).toContain(`/EmbeddedFiles << /Names [ (minister-ab.en.md) ${description} 0 R ] >>`);
  });
});

describe('what a letter encloses', () => {
  const survey = anEnclosedFile('annexes/survey.txt', 'Bridges: 4');
  const enclosures = [
    enclosed(text('The charter')),
    { title: [text('Étude')], file: survey },
    { title: [text('The same again')], file: survey },
  ];

  test('is attached, each file once, as a supplement with its title', async () => {
    const source = attachmentOfSource({ name: 'minister-ab.en.md', bytes: Buffer.from('# Subject\n') });
    const pdf = writePdf(setLetter(aLetter()), [source, ...attachmentsOfEnclosures(enclosures)]);
    const { attachments } = await readPdf(pdf);
    expect(attachments).toEqual({ 'minister-ab.en.md': new Uint8Array(source.bytes), 'survey.txt': survey.bytes });
    const raw = unpacked(pdf);
    expect(raw).toMatch(/\/F \(survey.txt\) \/UF \(survey.txt\) .*\/AFRelationship \/Supplement/);
    expect(raw).toContain('/Subtype /text#2Fplain /Params << /Size 10 /ModDate (D:20251201000000Z) >>');
    const [, first, second] = /\/AF \[(\d+) 0 R (\d+) 0 R\]/.exec(raw) ?? [];
    expect(raw).toContain(`[ (minister-ab.en.md) ${first} 0 R (survey.txt) ${second} 0 R ]`);
  });
});

describe('the bytes of a PDF', () => {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  test('are the same each time, whatever was written before', async () => {
    const first = hash(write(full));
    write(aLetter({ salutation: 'Żółć, Ελλάδα' }));
    expect(hash(write(full))).toBe(first);
    expect(hash(createPdfWriter(await productFonts(), NO_PICTURES)(setLetter(full)))).toBe(first);
  });

  test('name no time but the day of the letter, no folder and no user', () => {
    const source = { name: 'minister-ab.en.md', bytes: new TextEncoder().encode('# Subject\n') };
    const raw = unpacked(writePdf(setLetter(full), [attachmentOfSource(source)]));
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('<pdfaid:part>3');
    expect(raw.match(/\(D:.*?\)/g)).toEqual(['(D:20251201000000Z)', '(D:20251201000000Z)']);
    expect(raw.match(/20\d\d-\d\d-\d\d/g)).toEqual(['2025-12-01']);
    expect(raw).not.toContain(process.cwd());
    expect(raw).not.toContain(String(new Date().getUTCFullYear()));
  });

  test('have an identifier that no other letter has', () => {
    const set = setLetter(full);
    const attachment = attachmentOfSource({ name: 'a.md', bytes: Buffer.from('a') });
    const [first, ...others] = set.pages;
    const link = first?.links[0];
    const bookmark = set.bookmarks[0];
    if (first === undefined || link === undefined || bookmark === undefined) throw new Error('all are there');
    const elsewhere = { ...link, destination: { kind: 'address', url: 'https://example.com/' } } as const;
    const links = first.links.map((each) => (each === link ? elsewhere : each));
    const letters: readonly Parameters<typeof writePdf>[] = [
      [set],
      [setLetter({ ...full, salutation: createTextNode('Madam,') })],
      [setLetter({ ...full, salutation: createTextNode('Se\u00F1ora,') })],
      [{ ...set, language: 'fr' }],
      [{ ...set, title: 'Other' }],
      [{ ...set, day: '2025-12-02' }],
      [{ ...set, structure: { ...set.structure, role: 'Sect' } }],
      [{ ...set, bookmarks: [{ ...bookmark, title: 'Other' }] }],
      [{ ...set, pages: [{ ...first, links }, ...others] }],
      [set, [attachment]],
      [set, [{ ...attachment, name: 'b.md' }]],
      [set, [{ ...attachment, bytes: Buffer.from('b') }]],
      [set, [{ ...attachment, description: 'Survey' }]],
      [set, [attachment, { ...attachment, name: 'b.md' }]],
    ];
    const ids = letters.map(
      (letter) => /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(writePdf(...letter)).toString('latin1'))?.[1],
    );
    expect(ids[0]).toMatch(/^\w{32}$/);
    expect(new Set(ids).size).toBe(letters.length);
  });
});

function placeOf(page: number, x: number, y: number): string {
  return `page ${page} x=${x.toFixed(2)} y=${y.toFixed(2)}`;
}

function withoutSpace(words: string): string {
  return words.replaceAll(/[\s•]/g, '').normalize('NFD');
}
