import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/model/tree.ts';
import { letterOf } from '../../support/a-merging.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

const NAME = '{{recipient.title}}';

/** The words of a body whose only paragraph is given, for a recipient with this title. */
function body(paragraph: string, name: string): string {
  const letter = letterOf({
    texts: { 'body/member': `# Subject\n\n${paragraph}\n` },
    recipient: { office: { title: { en: name }, rank: 'minister' } },
  });
  return letter.body.map((block) => ('children' in block ? plainText(block.children as never) : '')).join('');
}

describe('a value that ends with a full stop, at the end of a sentence', () => {
  test.each([
    ['a value', `To ${NAME}.`, 'To Mill Inc.'],
    ['before another sentence', `To ${NAME}. And so on.`, 'To Mill Inc. And so on.'],
    ['before a closing mark', `(“To ${NAME}.”)`, '(“To Mill Inc.”)'],
    ['in strong words', `To **${NAME}**.`, 'To Mill Inc.'],
    ['in strong words, with the full stop', `To **${NAME}.** And.`, 'To Mill Inc. And.'],
    ['before another mark', `To ${NAME}, and.`, 'To Mill Inc., and.'],
    ['an ellipsis', `To ${NAME}...`, 'To Mill Inc....'],
    ['inside a name', `To ${NAME}.org`, 'To Mill Inc..org'],
  ])('%s', (_, typed, printed) => {
    expect(body(typed, 'Mill Inc.')).toBe(printed);
  });

  test('with the mark of a note between them', () => {
    const letter = letterOf({
      texts: { 'body/member': `# Subject\n\nTo ${NAME}{{cite "statute"}}.\n` },
      recipient: { office: { title: { en: 'Mill Inc.' }, rank: 'minister' } },
    });
    expect(withoutOrigins(letter.body)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'To Mill Inc.' },
          { type: 'footnoteReference', identifier: '1' },
        ],
      },
    ]);
  });

  test('in a form of address', () => {
    const letter = letterOf({
      form: { close: `Yours, ${NAME}.` },
      recipient: { office: { title: { en: 'Mill Inc.' }, rank: 'minister' } },
    });
    expect(letter.close.value).toBe('Yours, Mill Inc.');
  });
});

test('a full stop that is typed stays after any other value', () => {
  expect(body(`To ${NAME}. And ${NAME}.`, 'Mill')).toBe('To Mill. And Mill.');
});
