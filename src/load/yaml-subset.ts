import type { CST } from 'yaml';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/** Lists and mappings may be nested this deep. Those of campaigns are not half as deep. */
const DEEPEST = 20;

const CLOSE_QUOTE = 'close it at the end of the text; within \'…\' an apostrophe is written twice, so "…" is easier';

/** What was found in a file beyond the part of YAML that is read here. */
export interface RefusedYaml {
  readonly faults: readonly Diagnostic[];
  /** Lists or mappings are nested too deep to be read any further. */
  readonly tooDeep: boolean;
  /** Where a quotation mark or bracket stands that is never closed; what the parser says of the rest follows from it. */
  readonly openFrom: number;
}

/**
 * Looks for everything of YAML that campaign files do without, because it makes one text mean two things or a small
 * file a large one: directives, anchors, aliases, tags, merge keys, keys that are not words, more than one document.
 * Goes through the tokens without recursion, so that depth cannot harm it.
 */
export function refusedYaml(tokens: readonly CST.Token[], placeAt: (offset: number) => Span): RefusedYaml {
  const faults: Diagnostic[] = [];
  let tooDeep = false;
  let openFrom = Infinity;
  // What encloses an open bracket or quotation mark is not closed either; the innermost is the mistake.
  let open: Diagnostic | undefined;
  let documents = 0;
  const refuse = (offset: number, what: string, hint: string): void => {
    faults.push(fault('yaml/unsupported', placeAt(offset), [`${what} cannot be used here`], { hint: [hint] }));
  };
  const refuseOpen = (offset: number, what: string, hint: string): void => {
    openFrom = Math.min(openFrom, offset);
    open = fault('yaml/syntax', placeAt(offset), [`this ${what} is never closed`], { hint: [hint] });
  };
  const refuseProperties = (properties: readonly CST.Token[] = []): void => {
    for (const { type, offset } of properties) {
      if (type === 'anchor') refuse(offset, 'an anchor (&)', 'write the text out, or put it in quotes if it begins so');
      if (type === 'tag') refuse(offset, 'a tag (!)', 'leave it out, or put the text in quotes if it begins so');
    }
  };

  const waiting = tokens.toReversed().map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    switch (token.type) {
      case 'directive':
        refuse(token.offset, 'a directive (%)', 'delete this line');
        break;
      case 'document':
        documents += 1;
        if (documents === 2) refuse(token.offset, 'a second document (---)', 'put the entries of both in one list');
        if (documents > 1) break;
        refuseProperties(token.start);
        if (token.value !== undefined) waiting.push({ token: token.value, depth });
        break;
      case 'alias':
        refuse(token.offset, 'an alias (*)', 'write the text out, or put it in quotes if it begins so');
        break;
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
        if (isOpen(token.source)) refuseOpen(token.offset, 'quotation mark', CLOSE_QUOTE);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        if (depth === DEEPEST) {
          tooDeep = true;
          refuse(token.offset, `a list or mapping more than ${DEEPEST} deep in others`, 'flatten it');
          break;
        }
        if (token.type === 'flow-collection' && !token.end.some(({ type }) => type.endsWith('-end'))) {
          refuseOpen(
            token.offset,
            'bracket',
            'close it with ] or }; text that holds brackets must stand in quotation marks',
          );
        }
        for (const item of token.items.toReversed()) {
          refuseProperties(item.start);
          refuseProperties(item.sep);
          if (item.value !== undefined) waiting.push({ token: item.value, depth: depth + 1 });
          if (item.key === undefined || item.key === null) continue;
          if (isDoubleBrace(token, item.key)) faults.push(bareBraces(placeAt(token.offset)));
          else if ('items' in item.key) refuse(item.key.offset, 'a list or mapping as a key', 'make the key one word');
          else waiting.push({ token: item.key, depth: depth + 1 });
          if (isMergeKey(item.key)) refuse(item.key.offset, 'a merge key (<<)', 'write the keys out');
        }
        break;
      default:
    }
  }
  return { faults: open === undefined ? faults : [...faults, open], tooDeep, openFrom };
}

function isMergeKey(key: CST.Token): boolean {
  return key.type === 'scalar' && key.source === '<<';
}

/** To YAML, `{{x}}` is a mapping whose key is a mapping. */
function isDoubleBrace(outer: CST.Token, key: CST.Token): boolean {
  return (
    [outer, key].every((token) => token.type === 'flow-collection' && token.start.source === '{') &&
    outer.offset + 1 === key.offset
  );
}

function bareBraces(span: Span): Diagnostic {
  return fault('yaml/syntax', span, say`text that begins with {{ must stand in quotation marks`, {
    hint: say`write "{{…}} …", with the whole text between the marks`,
  });
}

function isOpen(source: string): boolean {
  if (source.startsWith("'")) return !source.slice(1).replaceAll("''", '').endsWith("'");
  const backslashes = /\\*$/.exec(source.slice(1, -1))?.[0].length ?? 0;
  return source.length === 1 || !source.endsWith('"') || backslashes % 2 === 1;
}
