import type { CST } from 'yaml';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { profileEcho, say } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import type { Span } from '../model/span.ts';

/** The maximum nesting depth of lists and mappings. Campaign files need less than half of it. */
const MAX_DEPTH = 20;

/** The maximum length of text that a hint shows in quotation marks, in UTF-16 code units. */
const MAX_SHOWN = 100;

const CLOSE_QUOTE_HINT =
  'close it at the end of the text; within \'…\' an apostrophe is written twice, so "…" is easier';

/** The YAML features of a file that are outside the supported subset, and its unclosed brackets and quotation marks. */
export interface RefusedYaml {
  readonly faults: readonly Diagnostic[];
  /**
   * Whether lists or mappings exceed the maximum nesting depth. Such a document must not be composed, because that
   * could overflow the call stack.
   */
  readonly isTooDeep: boolean;
  /**
   * The offset of the first unclosed bracket or quotation mark, or Infinity if all are closed. Errors of the parser at
   * or after it are consequences of it.
   */
  readonly unclosedOffset: number;
}

/**
 * Finds the YAML features that campaign files may not use: directives, anchors, aliases, tags, merge keys, keys that
 * are not scalars, and second documents. They make a text ambiguous, or let a small file expand to a large one. Also
 * finds unclosed brackets and quotation marks. The CST (concrete syntax tree) is traversed with an explicit stack, so
 * that deep nesting cannot overflow the call stack.
 */
export function findRefusedYaml(
  tokens: readonly CST.Token[],
  text: string,
  locationAt: (offset: number) => Span,
): RefusedYaml {
  const faults: Diagnostic[] = [];
  let isTooDeep = false;
  let firstUnclosedOffset = Infinity;
  // If a bracket or quotation mark is unclosed, so are the collections around it. Only the innermost is reported: the
  // last one that is visited.
  let innermostUnclosedFault: Diagnostic | undefined;
  let documentCount = 0;
  const refuse = (offset: number, construct: string, hint: string): void => {
    const value = /^.*$/m.exec(text.slice(offset, offset + MAX_SHOWN))?.[0] ?? '';
    const canShow = hint.endsWith('if it begins so') && !/[,\]}]|[ \t]#/u.test(value) && value.length < MAX_SHOWN;
    const example = canShow ? say`: ${profileEcho(quoteYaml(value.trimEnd()))}` : [];
    const extras = { hint: [hint, ...example] };
    faults.push(fault('yaml/unsupported', locationAt(offset), [`${construct} cannot be used here`], extras));
  };
  const refuseUnclosed = (offset: number, construct: string, hint: string): void => {
    firstUnclosedOffset = Math.min(firstUnclosedOffset, offset);
    innermostUnclosedFault = fault('yaml/syntax', locationAt(offset), [`this ${construct} is never closed`], {
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
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { token, depth } = entry;
    switch (token.type) {
      case 'directive':
        refuse(token.offset, 'a directive (%)', 'delete this line');
        break;
      case 'document':
        documentCount += 1;
        if (documentCount === 2) refuse(token.offset, 'a second document (---)', 'put the entries of both in one list');
        if (documentCount > 1) break;
        refuseProperties(token.start);
        if (token.value !== undefined) stack.push({ token: token.value, depth });
        break;
      case 'alias':
        refuse(token.offset, 'an alias (*)', 'write the text out, or put it in quotes if it begins so');
        break;
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
        if (isUnclosed(token.source)) refuseUnclosed(token.offset, 'quotation mark', CLOSE_QUOTE_HINT);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        if (depth === MAX_DEPTH) {
          isTooDeep = true;
          refuse(token.offset, `a list or mapping more than ${MAX_DEPTH} deep in others`, 'flatten it');
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
          if (isDoubleBrace(token, item.key)) faults.push(bareBracesFault(locationAt(token.offset)));
          else if ('items' in item.key) refuse(item.key.offset, 'a list or mapping as a key', 'make the key one word');
          else stack.push({ token: item.key, depth: depth + 1 });
          if (isMergeKey(item.key)) refuse(item.key.offset, 'a merge key (<<)', 'write the keys out');
        }
        break;
      default:
    }
  }
  return {
    faults: innermostUnclosedFault === undefined ? faults : [...faults, innermostUnclosedFault],
    isTooDeep,
    unclosedOffset: firstUnclosedOffset,
  };
}

function isMergeKey(key: CST.Token): boolean {
  return key.type === 'scalar' && key.source === '<<';
}

/** Whether a flow mapping is an unquoted `{{x}}`, which YAML parses as a mapping whose key is another mapping. */
function isDoubleBrace(outer: CST.Token, key: CST.Token): boolean {
  return (
    [outer, key].every((token) => token.type === 'flow-collection' && token.start.source === '{') &&
    outer.offset + 1 === key.offset
  );
}

function bareBracesFault(span: Span): Diagnostic {
  return fault('yaml/syntax', span, say`text that begins with {{ must stand in quotation marks`, {
    hint: say`write "{{…}} …", with the whole text between the marks`,
  });
}

/** Whether the source of a quoted scalar lacks its closing quotation mark. Escaped quotation marks do not close it. */
function isUnclosed(source: string): boolean {
  if (source.startsWith("'")) return !source.slice(1).replaceAll("''", '').endsWith("'");
  const backslashes = /\\*$/.exec(source.slice(1, -1))?.[0].length ?? 0;
  return source.length === 1 || !source.endsWith('"') || backslashes % 2 === 1;
}
