import { tests } from 'commonmark-spec';
import { expect } from 'vitest';
import { plainText, type Block } from '../../src/model/tree.ts';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { merged } from './a-merging.ts';
import { squeezed } from './paged-text.ts';
import { wordsOfMarkdown } from './read-markdown.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

function wordsIn(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading') return plainText(block.children);
  // CommonMark has no tables, and the examples with pictures name no file that there is.
  if (block.type === 'table' || block.type === 'thematicBreak' || block.type === 'picture') return '';
  return block.children
    .flatMap((child) => (child.type === 'listItem' ? child.children : [child]))
    .map(wordsIn)
    .join(' ');
}

/** Keeps only letters: `wordsOfMarkdown` adds the numbers of lists, which the blocks do not contain. */
function lettersOnly(text: string): string {
  return squeezed(text).replaceAll(/[^\p{L}]/gu, '');
}

/** The number of examples that gave a letter, and of those that were refused. */
export interface TriedExamples {
  readonly letters: number;
  readonly faults: number;
}

/** The number of examples in the CommonMark specification. */
export const EXAMPLES: number = tests.length;

/** Merges each `step`th example as a body. Expects a letter with all its words, or faults with their locations. */
export function tryExamples(step = 1): TriedExamples {
  const write = createMarkdownWriter(NO_LOCALES);
  const counts = { letters: 0, faults: 0 };
  for (const { number, markdown } of tests.filter((_, index) => index % step === 0)) {
    const outcome = merged({ texts: { 'body/member': `# Subject\n\n${markdown}` } });
    if (outcome.ok) {
      counts.letters += 1;
      const words = lettersOnly(outcome.value.body.map(wordsIn).join(' '));
      expect(lettersOnly(wordsOfMarkdown(write(outcome.value))), `example ${number}`).toContain(words);
    } else {
      counts.faults += 1;
      for (const { span, message } of outcome.diagnostics) {
        expect(span, `example ${number}`).toMatchObject({ file: 'en/body/member.md' });
        expect(span.line, `example ${number}`).toBeLessThanOrEqual(markdown.split('\n').length + 2);
        expect(message.length, `example ${number}`).toBeGreaterThan(0);
      }
    }
  }
  return counts;
}
