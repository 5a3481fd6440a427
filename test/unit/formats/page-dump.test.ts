import { expect, test } from 'vitest';
import { typesetWith } from '../../support/typeset-with.ts';
import { dumpPages } from '../../../src/formats/page-dump.ts';
import { aLetter, aNote, numbered, item, paragraph, text } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueOf } from '../../support/outcomes.ts';

const letter = aLetter({
  body: [
    numbered(item(paragraph('One.', { type: 'footnoteReference', identifier: '1' }))),
    paragraph(
      { type: 'link', url: 'https://example.org/', children: [text('a link')] },
      ' and more words than a line has room for, so that there are two of them',
    ),
  ],
  notes: [aNote(1, 'A note.')],
});

test('says of every line where it stands, what it is and what it says', () => {
  expect(dumpPages(valueOf(typesetWith(letter, fixedStylesheet, fixedShaper)))).toMatchInlineSnapshot(`
    "page 1
      y=51.00 x=105.64..255.64 notice P | Specimen: not to be sent.
      y=93.10 x=105.64..201.64 letterhead P | One Organisation
      y=138.00 x=399.64..489.64 date P | 1 December 2025
      y=138.00 x=105.64..267.64 address P | Minister of Foreign Affairs
      y=153.00 x=105.64..153.64 address P | 1 Square
      y=168.00 x=105.64..141.64 address P | ABLAND
      y=214.00 x=105.64..147.64 subject H1 | Subject
      y=245.00 x=105.64..201.64 salutation P | Your Excellency,
      y=267.50 x=105.64..123.64 body Lbl | 1.
      y=267.50 x=127.64..157.64 body P+Link | One.1
      y=290.00 x=105.64..477.64 body Link+P | a link and more words than a line has room for, so that there
      y=305.00 x=105.64..195.64 body P | are two of them
      y=327.50 x=105.64..207.64 close P | Yours faithfully,
      y=389.00 x=105.64..201.64 signature Strong | One Organisation
      y=767.25 x=105.64..117.64 note Link | 1
      y=767.25 x=121.64..163.64 note P | A note.
      y=38.00 x=105.64..489.64 rule 0.60
      y=58.00 x=105.64..489.64 rule 0.60
      y=102.60 x=105.64..489.64 rule 0.90
      y=376.00 x=105.64..288.64 rule 0.50
      y=753.00 x=105.64..201.64 rule 0.50
      y=258.50 x=151.64..157.64 link page 1 y=758.50
      y=281.00 x=105.64..141.64 link https://example.org/
      y=758.25 x=105.64..117.64 link page 1 y=257.00
    "
  `);
});
