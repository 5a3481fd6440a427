import type { CST } from 'yaml';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/** The maximum nesting depth of lists and mappings. Campaign files need less than half of it. */
const DEEPEST = 20;

const CLOSE_QUOTE = 'close it at the end of the text; within \'…\' an apostrophe is written twice, so "…" is easier';

/** The YAML features outside the supported subset that a file uses, and its unclosed brackets and quotation marks. */
export interface RefusedYaml {
  readonly faults: readonly Diagnostic[];
  /** Whether lists or mappings exceed the maximum nesting depth, so that the document must not be composed. */
  readonly tooDeep: boolean;
  /**
   * The offset of the first bracket or quotation mark that is never closed, or Infinity. Parser errors from there on
   * are consequences of it.
   */
  readonly unclosedOffset: number;
}

/**
 * Reports every YAML feature that campaign files may not use, because it makes a text ambiguous or lets a small file
 * expand to a large one: directives, anchors, aliases, tags, merge keys, keys that are not scalars, more than one
 * document. Traverses the CST with an explicit stack, so that deep nesting cannot overflow the call stack.
 */
export function findRefusedYaml(tokens: readonly CST.Token[], locationAt: (offset: number) => Span): RefusedYaml {
  const faults: Diagnostic[] = [];
  let tooDeep = false;
  let openFrom = Infinity;
  // The collections around an unclosed bracket or quotation mark are unclosed too; only the innermost is reported.
  let innermostUnclosed: Diagnostic | undefined;
  let documents = 0;
  const refuse = (offset: number, construct: string, hint: string): void => {
    faults.push(fault('yaml/unsupported', locationAt(offset), [`${construct} cannot be used here`], { hint: [hint] }));
  };
  const refuseUnclosed = (offset: number, construct: string, hint: string): void => {
    openFrom = Math.min(openFrom, offset);
    innermostUnclosed = fault('yaml/syntax', locationAt(offset), [`this ${construct} is never closed`], {
      hint: [hint],
    });
  };
  const refuseProperties = (properties: readonly CST.Token[] = []): void => {
    for (const { type, offset } of properties) {
      if (type === 'anchor') refuse(offset, 'an anchor (&)', 'write the text out, or put it in quotes if it begins so');
      if (type === 'tag') refuse(offset, 'a tag (!)', 'leave it out, or put the text in quotes if it begins so');
    }
  };

  const stack = tokens.toReversed().map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
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
        if (token.value !== undefined) stack.push({ token: token.value, depth });
        break;
      case 'alias':
        refuse(token.offset, 'an alias (*)', 'write the text out, or put it in quotes if it begins so');
        break;
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
        if (isUnclosed(token.source)) refuseUnclosed(token.offset, 'quotation mark', CLOSE_QUOTE);
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
          refuseUnclosed(
            token.offset,
            'bracket',
            'close it with ] or }; text that holds brackets must stand in quotation marks',
          );
        }
        for (const item of token.items.toReversed()) {
          refuseProperties(item.start);
          refuseProperties(item.sep);
          if (item.value !== undefined) stack.push({ token: item.value, depth: depth + 1 });
          if (item.key === undefined || item.key === null) continue;
          if (isDoubleBrace(token, item.key)) faults.push(bareBraces(locationAt(token.offset)));
          else if ('items' in item.key) refuse(item.key.offset, 'a list or mapping as a key', 'make the key one word');
          else stack.push({ token: item.key, depth: depth + 1 });
          if (isMergeKey(item.key)) refuse(item.key.offset, 'a merge key (<<)', 'write the keys out');
        }
        break;
      default:
    }
  }
  return {
    faults: innermostUnclosed === undefined ? faults : [...faults, innermostUnclosed],
    tooDeep,
    unclosedOffset: openFrom,
  };
}

function isMergeKey(key: CST.Token): boolean {
  return key.type === 'scalar' && key.source === '<<';
}

/** Whether a flow mapping is an unquoted `{{x}}`, which YAML parses as a mapping whose key is a mapping. */
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

/** Whether the source of a quoted scalar lacks its closing quotation mark, disregarding escaped ones. */
function isUnclosed(source: string): boolean {
  if (source.startsWith("'")) return !source.slice(1).replaceAll("''", '').endsWith("'");
  const backslashes = /\\*$/.exec(source.slice(1, -1))?.[0].length ?? 0;
  return source.length === 1 || !source.endsWith('"') || backslashes % 2 === 1;
}
