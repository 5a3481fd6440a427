import type { Nodes } from 'mdast';
import type { TemplateOrigin } from '../model/template-origin.ts';
import { nodeStart, type MarkdownContext } from './markdown-faults.ts';
import { locate } from './rendered.ts';

/** Returns where a node of a text is written: in the file of the text or in that of a partial. */
export function originOfNode(context: MarkdownContext, node: Nodes): TemplateOrigin {
  return originAt(context, nodeStart(node));
}

/** Returns where an offset in the rendered text, in UTF-16 code units, is written. */
export function originAt({ key, rendered }: MarkdownContext, offset: number): TemplateOrigin {
  return { text: key, span: locate(rendered, offset).span };
}
