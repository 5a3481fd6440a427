import type { Inline } from '../model/tree.ts';
import { splitBareAddress } from './bare-addresses.ts';

/** Matches what may be a web or mail address, from its start to the next space. */
const CANDIDATES = /(?<![\p{L}\p{N}._+:@/-])(?:https?:\/\/|[\p{L}\p{N}._+-]+@)[^\s<]+/giu;

/** Returns a line of plain text as inline content in which web and mail addresses are links, as in a text. */
export function linkAddresses(line: string): readonly Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const { 0: candidate, index } of line.matchAll(CANDIDATES)) {
    const address = splitBareAddress(candidate);
    if (address === undefined || !candidate.startsWith(address.words)) continue;
    if (index > end) nodes.push({ type: 'text', value: line.slice(end, index) });
    nodes.push({ type: 'link', url: address.url, children: [{ type: 'text', value: address.words }] });
    end = index + address.words.length;
  }
  return end < line.length ? [...nodes, { type: 'text', value: line.slice(end) }] : nodes;
}
