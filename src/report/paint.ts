/** The styles that a report may use. */
export type Style = 'error' | 'warning' | 'hint' | 'strong' | 'frame' | 'mark' | 'added';

/** A function that applies a style to text, or returns the text unchanged if there are no colours. */
export type Paint = (style: Style, text: string) => string;

/** The SGR parameters that turn each style on and off again (ECMA-48). */
const SGR_CODES: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  hint: [36, 39],
  strong: [1, 22],
  frame: [34, 39],
  mark: [31, 39],
  added: [32, 39],
};

/** Applies styles as SGR escape sequences (ECMA-48), for a terminal that shows colours. */
export const inColour: Paint = (style, text) => {
  const [on, off] = SGR_CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Returns text unchanged, for files, pipes and terminals without colours. */
export const plain: Paint = (_, text) => text;
