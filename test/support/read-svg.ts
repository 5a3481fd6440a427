import { SaxesParser } from 'saxes';

/** An element of an SVG document, with the text inside it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  readonly text: string;
}

/** Parses a document strictly. Throws an Error if it is not well-formed XML. Returns all elements, the root first. */
export function readSvg(svg: string): readonly SvgElement[] {
  interface OpenElement extends SvgElement {
    readonly children: SvgElement[];
    text: string;
  }
  const elements: SvgElement[] = [];
  const open: OpenElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  return elements;
}

/** The words of a page in the order of its text elements. */
export function wordsOfSvg(svg: string): string {
  return readSvg(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join(' ');
}
