import { blockNodes } from '../formats/html/html-blocks.ts';
import { createElement } from '../formats/html/html-tree.ts';
import { createNoteMarks } from '../formats/html/note-marks.ts';
import { printHtml } from '../formats/html/print-html.ts';
import type { MailDraft } from './draft.ts';

/**
 * Returns what an e-mail says as its HTML alternative: a document without scripts, styles, pictures and anything that is
 * loaded from elsewhere.
 */
export function blocksAsHtml({
  blocks,
  subject,
  language,
  direction,
}: Pick<MailDraft, 'blocks' | 'subject' | 'language' | 'direction'>): string {
  const pictureAddress = (): never => {
    throw new Error('a cover text with a picture is refused when it is parsed');
  };
  const context = { direction, demandsLabel: undefined, marks: createNoteMarks(), pictureAddress };
  const head = createElement(
    'head',
    {},
    createElement('meta', { charset: 'utf-8' }),
    createElement('title', {}, subject),
  );
  // Webmail keeps what is in the body, and neither the attributes of the root nor always those of the body.
  const words = createElement('div', { lang: language, dir: direction }, ...blockNodes(blocks, context));
  const body = createElement('body', {}, words);
  return `<!DOCTYPE html>\n${printHtml(createElement('html', { lang: language, dir: direction }, head, body))}\n`;
}
