/** Styles that a report may use. */
export type Style = 'error' | 'warning' | 'hint' | 'strong' | 'frame' | 'mark' | 'added';

/** Puts colour on text, or leaves it alone. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  hint: [36, 39],
  strong: [1, 22],
  frame: [34, 39],
  mark: [31, 39],
  added: [32, 39],
};

/** For a terminal that shows colours: SGR sequences (ECMA-48). */
export const inColour: Paint = (style, text) => {
  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** For everything else. */
export const plain: Paint = (_, text) => text;
