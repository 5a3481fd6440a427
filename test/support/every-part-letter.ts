import type { Inline } from '../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, table, text } from './a-letter.ts';
import { enclosed } from './an-enclosure.ts';
import { encodePng } from './encode-png.ts';
import { aFigure, checkedPicture } from './pictures.ts';

const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
const link = (url: string, ...children: readonly Inline[]): Inline => ({ type: 'link', url, children });

/** What a camera writes beside the pixels. */
export const NOTE_OF_CAMERA = Buffer.from('Comment\0In the garden');

/** A picture of a few pixels, some of them seen through. */
export const MAP = checkedPicture(
  'map.png',
  encodePng({ colourType: 6, chunks: [['tEXt', NOTE_OF_CAMERA]], pixel: (x, y) => [x * 50, y * 60, 9, 128 + x] }),
);
export const MAP_FIGURE = aFigure(MAP, 60, 20, 'A "map" of <the> valley');

/** A letter with every part and every kind of block that a letter can have. */
export const EVERY_PART = aLetter({
  logo: { figure: MAP_FIGURE, align: 'end' },
  letterhead: ['One Organisation', 'Another'],
  senderLines: [[text('1 Street')], [link('https://example.org', text('example.org'))]],
  reference: 'R 1',
  marking: 'Private',
  delivery: 'By hand',
  body: [
    paragraph('Words', mark('1'), mark('2'), ' and ', link('https://example.org/a?b=1&c=2', text('a link')), '.'),
    { type: 'heading', depth: 2, children: [text('Heading')] },
    { type: 'heading', depth: 3, children: [text('Deeper')] },
    numbered(item(paragraph(strong('One.'), ' We ask.'), paragraph('More.')), item(paragraph('Two.', mark('1')))),
    { type: 'list', ordered: true, start: 7, isDemands: true, children: [item(paragraph('Seven.'))] },
    bulleted(item(paragraph('short')), item(numbered(item(paragraph('inner'))))),
    { type: 'blockquote', children: [paragraph('Quoted', { type: 'break' }, 'lines')] },
    table(['left', 'right', 'center', null], ['A', 'B', 'C', 'D'], ['1', [text('2'), mark('3')], '3', '4']),
    { type: 'thematicBreak' },
    { type: 'picture', figure: MAP_FIGURE },
    { type: 'picture', figure: { ...MAP_FIGURE, alternative: undefined } },
  ],
  signatures: [
    { organisation: 'One Organisation', person: 'Ada Brook', title: 'Director', image: MAP_FIGURE },
    { organisation: 'Another' },
  ],
  postScriptum: [paragraph('P.S. Words.')],
  enclosures: [enclosed(text('The letter')), enclosed(text('The statute'))],
  copies: ['The Minister of Justice'],
  notes: [aNote(1, 'A source.'), aNote(2, 'Another.'), aNote(3, 'A third.'), aNote(4, 'Without a mark.')],
});
