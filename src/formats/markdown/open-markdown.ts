import { fileName, type WriteLetter, type WritingTools } from '../format.ts';
import { openMarkdownWriter } from './write-markdown.ts';

/** Opens the format `md`: one file, in UTF-8. */
export function openMarkdown({ values }: WritingTools): WriteLetter {
  const write = openMarkdownWriter(values);
  const encoder = new TextEncoder();
  return ({ letter }) => [{ name: fileName(letter, 'md'), bytes: encoder.encode(write(letter)) }];
}
