import { fileName, type WriteLetter, type WritingTools } from '../format.ts';
import { openPdfWriter } from './write-pdf.ts';

/** Opens the format `pdf`: one file, which can hold the letter as Markdown. */
export async function openPdf(tools: WritingTools): Promise<WriteLetter> {
  const write = openPdfWriter(await tools.fonts());
  const source = tools.attachSource ? await import('../markdown/open-markdown.ts') : undefined;
  const writeSource = source?.openMarkdown(tools);
  return (composed) => {
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('a letter was to be written as PDF before it was laid out');
    const [attachment] = writeSource?.(composed) ?? [];
    return [{ name: fileName(letter, 'pdf'), bytes: write(pages, attachment) }];
  };
}
