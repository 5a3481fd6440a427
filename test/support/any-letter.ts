import fc from 'fast-check';
import type { LabelledReference, Letter, Note, SignatureLine } from '../../src/model/letter.ts';
import { fileStart } from '../../src/model/span.ts';
import type { Block, CellOfTable, Inline, RowOfTable, Table, Text } from '../../src/model/tree.ts';
import { aLetter } from './a-letter.ts';
import { enclosed } from './an-enclosure.ts';

/**
 * Generates letters that can be typeset: texts of all lengths, nested lists, tables, notes of the same sources, with
 * several marks or none, overlong words, and in the head and after the signatures all that may be there.
 */
export function anyLetter(): fc.Arbitrary<Letter> {
  return fc
    .record({
      notice: fc.option(phrase(2, 30), { nil: undefined }),
      letterhead: fc.array(phrase(1, 8), { maxLength: 4 }),
      senderLines: fc.array(inlinesWithoutNotes(), { maxLength: 3 }),
      dateLine: fc.oneof(fc.constant('1 December 2025'), valueIn('', ', 1 December 2025')),
      references: fc.array(reference(), { maxLength: 2 }),
      marking: fc.option(name(), { nil: undefined }),
      delivery: fc.option(name(), { nil: undefined }),
      insideAddress: fc.array(phrase(1, 7), { minLength: 1, maxLength: 7 }),
      body: body(),
      signatures: fc.oneof(
        fc.array(fc.record({ organisation: phrase(1, 6) }), { maxLength: 7 }),
        fc.array(signature(), { maxLength: 6 }),
        listedSignatures(),
      ),
      postScriptum: postScriptum(),
      enclosures: fc.array(
        inlines().map((title) => enclosed(...title)),
        { maxLength: 3 },
      ),
      copies: fc.array(phrase(1, 20), { maxLength: 5 }),
      notes: fc.array(note(), { minLength: NOTE_COUNT, maxLength: NOTE_COUNT }),
    })
    .map(({ notes, ...parts }) =>
      aLetter({
        ...parts,
        notes: notes.map(({ value, ...note }, index) => ({
          ...note,
          number: index + 1,
          content: [{ type: 'text', value }],
        })),
      }),
    );
}

/** The number of notes in every generated letter; not all of them are cited. */
const NOTE_COUNT = 5;

const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-zçéőżαд]{1,12}[.,;:]?$/) },
  { weight: 6, arbitrary: fc.constantFrom('responsibility', 'international', 'organisations', 'independence') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{60,200}$/) },
  { weight: 1, arbitrary: fc.constant('https://example.org/some-where/else-where?x=1-2') },
);

function phrase(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(word, { minLength, maxLength }).map((words) => words.join(' '));
}

/** A note of one of three sources, with the words that give it in full. */
function note(): fc.Arbitrary<Omit<Note, 'number' | 'content'> & { readonly value: string }> {
  return fc.record(
    {
      value: phrase(1, 40),
      source: fc.constantFrom('one', 'two', 'three'),
      shortName: phrase(1, 3).map((value): Text => ({ type: 'text', value })),
      pinpoint: phrase(1, 2),
    },
    { requiredKeys: ['value', 'source'] },
  );
}

/** A reference of the sender or the recipient, in the language of the letter or in another. */
function reference(): fc.Arbitrary<LabelledReference> {
  return fc.record({
    label: fc.constantFrom('Our reference', 'Your reference'),
    value: fc.record(
      { type: fc.constant('text'), value: phrase(1, 3), language: fc.constantFrom('de', 'ar') },
      { requiredKeys: ['type', 'value'] },
    ),
  });
}

/** A signature of short lines: of long ones, six would be taller than a page. */
function signature(): fc.Arbitrary<SignatureLine> {
  return fc.record(
    { organisation: name(), person: name(), title: name(), onBehalfOf: valueIn('for ', ''), country: name() },
    { requiredKeys: ['organisation'] },
  );
}

/** Signatures that are a list, under headings or with countries of their own. */
function listedSignatures(): fc.Arbitrary<readonly SignatureLine[]> {
  return fc
    .record({ signatures: fc.array(signature(), { minLength: 10, maxLength: 20 }), headings: fc.nat(3) })
    .map(({ signatures, headings }) =>
      signatures.map((each, index): SignatureLine => {
        if (headings === 0) return each;
        const { country: _, ...rest } = each;
        return { ...rest, heading: `Land ${Math.floor((index * headings) / signatures.length)}` };
      }),
    );
}

/** Words that are short, so that a part of many lines is not taller than a page. */
function name(): fc.Arbitrary<string> {
  return fc.constantFrom('Ada Brook', 'the Director', 'Walkers of the Valley', 'الحق');
}

/** Words of a language with a value between them, which is an isolate. */
function valueIn(before: string, after: string): fc.Arbitrary<Text> {
  return fc.oneof(name(), fc.constantFrom('القدس', 'مجلس الإدارة (12)')).map((value) => ({
    type: 'text',
    value: `${before}${value}${after}`,
    isolates: [{ start: before.length, end: before.length + value.length }],
  }));
}

/** A line of the letterhead: words and links. */
function inlinesWithoutNotes(): fc.Arbitrary<readonly Inline[]> {
  const link = fc.constant<Inline>({
    type: 'link',
    url: 'mailto:office@example.org',
    children: [{ type: 'text', value: 'office@example.org' }],
  });
  const words = phrase(1, 8).map((value): Inline => ({ type: 'text', value: `${value} · ` }));
  return fc.tuple(words, link).chain((both) => fc.shuffledSubarray(both, { minLength: 1 }));
}

function inlines(): fc.Arbitrary<readonly Inline[]> {
  const text = phrase(1, 40).map((value): Inline => ({ type: 'text', value }));
  const reference = fc
    .nat(NOTE_COUNT - 1)
    .map((note): Inline => ({ type: 'footnoteReference', identifier: String(note + 1) }));
  const emphasised = fc
    .tuple(phrase(1, 4), fc.constantFrom('strong', 'emphasis'))
    .map(([value, type]): Inline => ({ type, children: [{ type: 'text', value }] }));
  const link = phrase(1, 9).map((value): Inline => ({
    type: 'link',
    url: 'https://example.org/',
    children: [{ type: 'text', value }],
  }));
  const space: Inline = { type: 'text', value: ' ' };
  const part = fc.oneof(
    { weight: 4, arbitrary: text },
    reference,
    emphasised,
    link,
    fc.constant<Inline>({ type: 'break' }),
  );
  return fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flatMap((each): Inline[] => (each.type === 'footnoteReference' ? [each] : [space, each])))
    .map((parts) => (parts[0] === space ? parts.slice(1) : [{ type: 'text', value: 'first' }, ...parts]));
}

/** A body. A thematic break is below other blocks only, because a body without words is refused. */
function body(): fc.Arbitrary<readonly Block[]> {
  const rule = fc.constant<Block>({ type: 'thematicBreak' });
  const blocks = fc.array(fc.oneof({ weight: 8, arbitrary: block() }, table(), rule), { maxLength: 23 });
  return fc.tuple(block(), blocks).map(([first, others]) => [first, ...others]);
}

/** A table of which the longest words fit the page side by side. */
function table(): fc.Arbitrary<Table> {
  const words = fc
    .array(fc.stringMatching(/^[a-zçéőżαд|]{1,9}$/), { minLength: 1, maxLength: 30 })
    .map((each): Inline => ({ type: 'text', value: each.join(' ') }));
  const mark = fc
    .nat(NOTE_COUNT - 1)
    .map((note): Inline => ({ type: 'footnoteReference', identifier: String(note + 1) }));
  const cell = fc
    .tuple(words, fc.array(mark, { maxLength: 1 }))
    .map(([first, marks]): CellOfTable => ({ type: 'tableCell', children: [first, ...marks] }));
  return fc.array(fc.constantFrom('left', 'right', 'center', null), { minLength: 1, maxLength: 5 }).chain((align) => {
    const row = fc.array(cell, { minLength: align.length, maxLength: align.length }).map((children): RowOfTable => ({
      type: 'tableRow',
      origin: { text: 'body/a', span: fileStart('a.md') },
      children,
    }));
    return fc
      .array(row, { minLength: 2, maxLength: 12 })
      .map((children): Table => ({ type: 'table', align, children }));
  });
}

/** A post-scriptum; it does not end with a heading, which would be the end of the letter. */
function postScriptum(): fc.Arbitrary<readonly Block[]> {
  const last = inlines().map((children): Block => ({ type: 'paragraph', children }));
  return fc.option(
    fc.tuple(fc.array(block(), { maxLength: 1 }), last).map(([blocks, end]) => [...blocks, end]),
    { nil: [] },
  );
}

function block(): fc.Arbitrary<Block> {
  const { anyBlock } = fc.letrec<{ anyBlock: Block }>((tie) => ({
    anyBlock: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 5, arbitrary: inlines().map((children): Block => ({ type: 'paragraph', children })) },
      fc.record({ type: fc.constant('heading'), depth: fc.constantFrom(2, 3), children: inlines() }),
      fc.record({
        type: fc.constant('list'),
        ordered: fc.boolean(),
        start: fc.integer({ min: 1, max: 2000 }),
        children: fc.array(
          fc.record({
            type: fc.constant('listItem'),
            children: fc.array(tie('anyBlock'), { minLength: 1, maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      fc.record({
        type: fc.constant('blockquote'),
        children: fc.array(tie('anyBlock'), { minLength: 1, maxLength: 2 }),
      }),
    ),
  }));
  return anyBlock;
}
