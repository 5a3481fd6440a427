import { describe, expect, test } from 'vitest';
import { createMarkdownWriter } from '../../../src/formats/markdown/write-markdown.ts';
import { joinTextNodes, trimTextNode, createValueNode } from '../../../src/merge/isolates.ts';
import { createTextNode } from '../../../src/model/tree.ts';
import { letterOf } from '../../support/a-merging.ts';
import { letterWords } from '../../support/product-languages.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

describe('a merged value is an isolate', () => {
  test.each([
    ['a Latin name in an Arabic letter', 'Smith Jr.', 'rtl', ''],
    ['a number in an Arabic letter', '+970 2', 'rtl', ''],
    ['Arabic words with a sign at their end in an Arabic letter', 'الحق!', 'rtl', ''],
    ['an Arabic name in an English letter', 'الحق', 'ltr', ''],
    ['any value beside Arabic words in an English letter', '3 March', 'ltr', 'of الحق, '],
  ] as const)('%s', (_, value, direction, around) => {
    expect(createValueNode(value, direction, around).isolates).toEqual([{ start: 0, end: value.length }]);
  });

  test.each([
    ['Latin text in an English letter', 'Smith Jr.', 'ltr', 'Dear '],
    ['words of Arabic letters in an Arabic letter', 'مؤسسة الحق', 'rtl', ''],
    ['nothing', '', 'rtl', ''],
  ] as const)('but not %s', (_, value, direction, around) => {
    expect(createValueNode(value, direction, around).isolates).toBeUndefined();
  });
});

test('isolates move with the text before them, and are cut with the space around them', () => {
  const joined = joinTextNodes(
    joinTextNodes(createTextNode(' To '), createValueNode('الحق', 'ltr', '')),
    createTextNode(', 3 '),
  );
  expect(joined).toEqual({ type: 'text', value: ' To الحق, 3 ', isolates: [{ start: 4, end: 8 }] });
  expect(trimTextNode(joined)).toEqual({ type: 'text', value: 'To الحق, 3', isolates: [{ start: 3, end: 7 }] });
  expect(trimTextNode(createValueNode(' الحق ', 'ltr', ''))).toEqual({
    type: 'text',
    value: 'الحق',
    isolates: [{ start: 0, end: 4 }],
  });
});

test('a letter has the isolate in its tree, and no invisible character in its words', () => {
  const letter = letterOf({
    texts: {
      'body/member': '# Subject\n\nDear {{recipient.title}}, 3 March.\n\n{{demands}}\n',
      'demands/ask/ask': '**Ask** We ask.\n',
    },
    demands: [{ id: 'ask', numbers: [4] }],
    letter: { published: { en: 'open letter' } },
    recipient: { office: { title: { en: 'الحق' }, rank: 'minister' } },
  });
  expect(withoutOrigins(letter.body[0])).toEqual({
    type: 'paragraph',
    children: [{ type: 'text', value: 'Dear الحق, 3 March.', isolates: [{ start: 5, end: 9 }] }],
  });
  expect(letter.insideAddress[0]?.isolates).toBeDefined();
  const written = `${createMarkdownWriter(NO_LOCALES)(letter)}${letterWords(letter)}`;
  expect(written).toContain('الحق, 3 March.');
  expect(written).not.toMatch(/\p{Bidi_Control}/u);
});
