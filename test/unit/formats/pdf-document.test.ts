import { describe, expect, test } from 'vitest';
import { midnight, openDocument, type PdfProperties } from '../../../src/formats/pdf/pdf-document.ts';
import { named, trailerOf, type WrittenObject, writtenObjects } from '../../support/written-objects.ts';

const PROPERTIES: PdfProperties = {
  title: 'Title',
  author: 'Author',
  language: 'en',
  day: '2025-12-01',
  digest: '0',
};

interface Written {
  readonly objects: ReadonlyMap<number, WrittenObject>;
  readonly catalogue: WrittenObject | undefined;
  readonly trailer: string;
  /** The entries of the information dictionary, as they are written. */
  readonly info: Readonly<Record<string, string>>;
  readonly metadata: string;
}

function written(changes: Partial<PdfProperties> = {}): Written {
  const document = openDocument({ ...PROPERTIES, ...changes }, { width: 100, height: 200 });
  document.addPage();
  document.end();
  const objects = writtenObjects(document.bytes);
  const trailer = trailerOf(document.bytes);
  const follow = (text: string, key: string): WrittenObject | undefined =>
    objects.get(named({ text, stream: undefined }, key));
  const catalogue = follow(trailer, 'Root');
  const info = follow(trailer, 'Info')?.text ?? '';
  const keys = [...info.matchAll(/\/(\w+) \d+ 0 R/g)].map((match) => match[1] ?? '');
  return {
    objects,
    catalogue,
    trailer,
    info: Object.fromEntries(keys.map((key) => [key, follow(info, key)?.text ?? ''])),
    metadata: follow(catalogue?.text ?? '', 'Metadata')?.stream?.toString('utf8') ?? '',
  };
}

describe('the properties of a document', () => {
  test('are text in the dictionary, and character data in the metadata', () => {
    const { info, metadata } = written({ title: 'A & B <c> ]]>', author: 'Al-Haq & “Łódź” (x)' });
    expect(info['Title']).toBe('(A & B <c> ]]>)');
    expect(metadata).toContain('<rdf:li xml:lang="x-default">A &amp; B &lt;c&gt; ]]&gt;</rdf:li>');
    expect(metadata).toContain('<rdf:li>Al-Haq &amp; “Łódź” (x)</rdf:li>');
    expect(info['Author']).toMatch(/^\(\xfe\xff\0A/);
  });

  test('have the day of the letter for the only time, in UTC, the same in both places', () => {
    const { objects, info, metadata } = written({ day: '2025-12-01' });
    expect(info['CreationDate']).toBe('(D:20251201000000Z)');
    expect(metadata).toContain('<xmp:CreateDate>2025-12-01T00:00:00Z</xmp:CreateDate>');
    const dates = [...objects.values()].filter(({ text }) => text.includes('D:'));
    expect(dates).toHaveLength(1);
    expect(metadata.match(/\d{4}-\d{2}-\d{2}/g)).toEqual(['2025-12-01']);
  });

  test('begin that day at the same moment wherever they are written', () => {
    const { TZ } = process.env;
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      expect(new Date(2025, 11, 1).toISOString()).toBe('2025-11-30T11:00:00.000Z');
      expect(midnight('2025-12-01').toISOString()).toBe('2025-12-01T00:00:00.000Z');
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  });

  test('name the language where readers look for it', () => {
    const { catalogue, metadata } = written({ language: 'ar' });
    expect(catalogue?.text).toContain('/Lang (ar)');
    expect(metadata).toContain('<dc:language><rdf:Bag><rdf:li>ar</rdf:li></rdf:Bag></dc:language>');
  });

  test('claim both standards, and describe the claim that PDF/A does not know', () => {
    const { metadata } = written();
    for (const claim of ['<pdfaid:part>3</', '<pdfaid:conformance>A</', '<pdfuaid:part>1</']) {
      expect(metadata.split(claim)).toHaveLength(2);
    }
    expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  test('hold nothing but what readers show to people', () => {
    expect(Object.keys(written().info)).toEqual(['Producer', 'Creator', 'CreationDate', 'Title', 'Author']);
  });
});

describe('the catalogue', () => {
  test('numbers pages as the letter does, and leaves the outline closed', () => {
    const { text = '' } = written().catalogue ?? {};
    expect(text).toContain('/PageLabels << /Nums [0 << /S /D >>] >>');
    expect(text).toContain('/PageMode /UseNone');
  });

  test('says that there are tags, and shows the title in the window', () => {
    const { objects, catalogue } = written();
    expect(objects.get(named(catalogue, 'MarkInfo'))?.text).toBe('<< /Marked true >>');
    expect(objects.get(named(catalogue, 'ViewerPreferences'))?.text).toBe('<< /DisplayDocTitle true >>');
  });
});

describe('the identifier of a file', () => {
  const idOf = (changes: Partial<PdfProperties>): string | undefined =>
    /\/ID \[<(\w{32})> <\1>\]/.exec(written(changes).trailer)?.[1];

  test('tells letters apart that differ in anything of their digest or their properties', () => {
    const changes = [{}, { title: 'Other' }, { author: 'Other' }, { day: '2025-12-02' }, { digest: '1' }];
    expect(new Set(changes.map(idOf)).size).toBe(changes.length);
    expect(idOf({})).toMatch(/^\w{32}$/);
    expect(idOf({})).toBe(idOf({}));
  });
});
