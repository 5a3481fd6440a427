import { expect, test } from 'vitest';
import { setBody } from '../../../src/layout/blocks/set-body.ts';
import { createLayoutContext } from '../../../src/layout/layout-context.ts';
import { noHyphenation } from '../../../src/layout/paragraph/hyphenation.ts';
import { fragmentsText } from '../../../src/model/fragments-text.ts';
import { NO_SPACE, type VerticalSpace } from '../../../src/layout/vertical-space.ts';
import type { Block } from '../../../src/model/tree.ts';
import { createValues } from '../../../src/model/values.ts';
import { bulleted, item, numbered, paragraph } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const { orderedItems, bulletItems, paragraphs } = fixedStylesheet.space;

/** The text of each row of a body, and the space above it. */
function spaces(...body: readonly Block[]): Readonly<Record<string, VerticalSpace>> {
  const context = createLayoutContext({
    stylesheet: fixedStylesheet,
    shaper: fixedShaper,
    language: 'en',
    conventions: conventionsOf('en'),
    hyphenate: noHyphenation,
    values: createValues(),
  });
  const rows = setBody(body, context).flatMap((block) => block.rows);
  return Object.fromEntries(
    rows.map(({ lines, spaceAbove }) => [
      lines.map(({ fragments }) => fragmentsText(fragments).replaceAll(/[•.\d\s]/gu, '')).join(''),
      spaceAbove,
    ]),
  );
}

test('a list inside an item is as far from the text above it as its items are from each other', () => {
  const inner = bulleted(item(paragraph('b')), item(paragraph('c')));
  expect(spaces(bulleted(item(paragraph('a'), inner), item(paragraph('d'))))).toEqual({
    a: NO_SPACE,
    b: bulletItems,
    c: bulletItems,
    d: bulletItems,
  });
  expect(spaces(bulleted(item(paragraph('a'), numbered(item(paragraph('b')), item(paragraph('c'))))))).toEqual({
    a: NO_SPACE,
    b: orderedItems,
    c: orderedItems,
  });
});

test('a list after a paragraph of the body, and a paragraph in an item, have the space of paragraphs', () => {
  const list = bulleted(item(paragraph('b'), bulleted(item(paragraph('c'))), paragraph('d'), paragraph('e')));
  expect(spaces(paragraph('a'), list)).toEqual({
    a: NO_SPACE,
    b: paragraphs,
    c: bulletItems,
    d: paragraphs,
    e: paragraphs,
  });
});
