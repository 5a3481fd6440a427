import type { Extension as TreeExtension, Options } from 'mdast-util-from-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { BARE_ADDRESSES } from './bare-addresses.ts';

const TREE_EXTENSION: TreeExtension = {
  enter: {
    table(token) {
      const align = (token._align ?? []).map((each) => (each === 'none' ? null : each));
      this.enter({ type: 'table', align, children: [] }, token);
    },
    tableRow(token) {
      this.enter({ type: 'tableRow', children: [] }, token);
    },
    tableHeader(token) {
      this.enter({ type: 'tableCell', children: [] }, token);
    },
    tableData(token) {
      this.enter({ type: 'tableCell', children: [] }, token);
    },
  },
  exit: {
    table(token) {
      this.exit(token);
    },
    tableRow(token) {
      this.exit(token);
    },
    tableHeader(token) {
      this.exit(token);
    },
    tableData(token) {
      this.exit(token);
    },
  },
};

/** The options of the Markdown parser for bare addresses and tables (GitHub Flavored Markdown, section 4.10). */
const TABLES: Options = {
  extensions: [...(BARE_ADDRESSES.extensions ?? []), gfmTable()],
  mdastExtensions: [...(BARE_ADDRESSES.mdastExtensions ?? []), TREE_EXTENSION],
};

/**
 * Returns the options of the Markdown parser for a text. Only a text with a vertical bar can have a table, and others
 * are parsed faster without: the parser tries to read each line as the head of one.
 */
export function markdownOptions(text: string): Options {
  return text.includes('|') ? TABLES : BARE_ADDRESSES;
}
