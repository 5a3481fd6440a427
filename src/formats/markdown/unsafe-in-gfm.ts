import type { ConstructName, Unsafe } from 'mdast-util-to-markdown';

/** The parts of a link that are written as they are: a backslash in them would become part of the address. */
const ADDRESSES: ConstructName[] = ['autolink', 'destinationLiteral', 'destinationRaw'];

/**
 * What GitHub Flavored Markdown (https://github.github.com/gfm/) parses as markup in text that is plain in CommonMark,
 * in the form in which mdast-util-to-markdown takes it: a backslash is put before each `character` that is found
 * between `before` and `after`. With it, a letter has the same text and the same elements in both.
 *
 * Task list items, footnotes and alerts need no row: they begin with a square bracket, which is always escaped.
 */
export const UNSAFE_IN_GFM: Unsafe[] = [
  // Strikethrough (section 6.5). Other dialects use tildes for subscripts.
  { character: '~', inConstruct: 'phrasing', notInConstruct: ADDRESSES },
  // Autolink literals (section 6.9): `https://` and `www.`. A literal takes everything up to the next space or `<` into
  // its address, backslashes included: the text after it would no longer be escaped. A mail address has no such
  // characters. It is not escaped: cmark-gfm links it even then, and the link leads to the address that it shows.
  { before: '[PpSs]', character: ':', after: '//', inConstruct: 'phrasing', notInConstruct: ADDRESSES },
  // There is no `after`, because the library escapes nothing before a character that it escapes for another reason.
  { before: '[Ww]{3}', character: '.', inConstruct: 'phrasing', notInConstruct: ADDRESSES },
  // The second line of a table (section 4.10), which makes the line above it the first: `| --- |`, `:--`, `-|-`.
  { atBreak: true, character: '|', after: '[\\t :-]' },
  { atBreak: true, character: ':', after: '-' },
  { atBreak: true, character: '-', after: '[:|]' },
];
