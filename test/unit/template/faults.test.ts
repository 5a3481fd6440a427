import { describe, expect, test } from 'vitest';
import { VIEW } from '../../../src/template/view.ts';
import type { DiagnosticCode } from '../../../src/model/diagnostic.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Span } from '../../../src/model/span.ts';
import { merged, type MergingParts } from '../../support/a-merging.ts';

/** A fault, as `code file:line:column`. */
type Expected = `${DiagnosticCode} ${string}:${number}:${number}`;

function locateFaults(parts: MergingParts): readonly string[] {
  const outcome = merged(parts);
  expect(outcome.ok).toBe(false);
  return outcome.diagnostics.map(({ code, span }) => `${code} ${span.file}:${span.line}:${span.column}`);
}

function formatLocation({ span }: { readonly span: Span }): string {
  return `${span.file}:${span.line}:${span.column}`;
}

const BODY = 'en/body/member.md';

/** Faults of a body. A subject precedes each text, so its first line is line 3 of the file. */
const BODY_FAULTS: readonly (readonly [description: string, text: string, ...expected: Expected[]])[] = [
  ['an unclosed tag', 'Dear {{recipient.title', `template/syntax ${BODY}:3:6`],
  [
    'an unclosed tag before another',
    '{{#if holder.name}}\nHi {{state.formal x\n{{#if holder.name}}a{{else}}b{{/if}}{{/if}}',
    `template/syntax ${BODY}:4:4`,
  ],
  ['an unclosed tag in a line with another', 'Hi {{state.formal "x {{letter.date}}', `template/syntax ${BODY}:3:4`],
  ['an unclosed tag before an empty line', 'Hi {{state.formal\n \n}} b', `template/syntax ${BODY}:3:4`],
  ['an unclosed block', 'a\n{{#if holder.name}}\nb', `template/syntax ${BODY}:4:1`],
  ['a block closed by another', '{{#if holder.name}}a {{/each}}', `template/syntax ${BODY}:3:22`],
  ['a closing tag too many', 'a\nb {{/if}}', `template/syntax ${BODY}:4:3`],
  ['a closing tag after an escaped backslash', 'a \\\\{{/if}}', `template/syntax ${BODY}:3:5`],
  ['an else outside a block', 'a {{else}}', `template/syntax ${BODY}:3:3`],
  ['two elses', '{{#if holder.name}}a{{else}}b{{else}}c{{/if}}', `template/syntax ${BODY}:3:30`],
  ['an unreadable tag', 'a {{letter.date}} {{a b=}}', `template/syntax ${BODY}:3:19`],
  ['an empty tag', 'a {{}}', `template/syntax ${BODY}:3:3`],
  ['an unclosed quote', 'a {{cite "statute}}', `template/syntax ${BODY}:3:3`],
  ['a path with an index', 'a {{signatories.0}}', `template/syntax ${BODY}:3:3`],
  ['a path that contains this', 'a {{letter.this}}', `template/syntax ${BODY}:3:3`],
  ['two closing tags too many', 'a {{/if}}\n{{/each}}', `template/syntax ${BODY}:3:3`, `template/syntax ${BODY}:4:1`],

  ['a triple-stash', 'a {{{letter.date}}}', `template/unsupported ${BODY}:3:3`],
  ['an ampersand', 'a {{&letter.date}}', `template/unsupported ${BODY}:3:3`],
  ['a decorator', 'a {{* it}}', `template/unsupported ${BODY}:3:3`],
  ['an inline partial', '{{#*inline "x"}}a{{/inline}}', `template/unsupported ${BODY}:3:1`],
  [
    'a raw block',
    'a {{{{raw}}}} b {{{{/raw}}}}',
    `template/unsupported ${BODY}:3:3`,
    `template/unsupported ${BODY}:3:17`,
  ],
  ['an implicit block', 'a {{#holder}}b{{/holder}}', `template/unsupported ${BODY}:3:3`],
  ['an inverted block', 'a {{^holder}}b{{/holder}}', `template/unsupported ${BODY}:3:3`],
  ['a with block', '{{#with holder}}b{{/with}}', `template/unsupported ${BODY}:3:1`],
  ['a dynamic partial', 'a {{> (letter)}}', `template/unsupported ${BODY}:3:3`],
  ['a partial block', 'a {{#> word}}b{{/word}}', `template/unsupported ${BODY}:3:3`],
  ['a lookup helper', 'a {{lookup letter "date"}}', `template/unsupported ${BODY}:3:3`],
  ['a log helper', 'a {{log letter.date}}', `template/unsupported ${BODY}:3:3`],
  ['a literal', 'a {{"words"}}', `template/unsupported ${BODY}:3:3`],
  ['block parameters', '{{#each signatories as |s|}}a{{/each}}', `template/unsupported ${BODY}:3:1`],
  ['a path to the parent scope', 'a {{../letter.date}}', `template/unsupported ${BODY}:3:5`],
  ['root data', 'a {{@root.letter}}', `template/unsupported ${BODY}:3:5`],
  ['loop data outside a loop', 'a {{@index}}', `template/unsupported ${BODY}:3:5`],
  ['a printed boolean', '{{#each signatories}}{{@first}}{{/each}}', `template/unsupported ${BODY}:3:22`],
  ['a reserved character', 'a \uE001', `template/unsupported ${BODY}:3:3`],
  ['a reserved character as a character reference', 'a &#xE000;', `template/unsupported ${BODY}:3:3`],
  ['a private-use character that is not reserved', 'a &#xE002;', `file/forbidden-character ${BODY}:3:3`],
  ['an unknown helper', 'a {{upper letter.date}}', `template/unknown-helper ${BODY}:3:3`],
  ['a helper in an argument', '{{> word x=(upper letter.date)}}', `template/wrong-argument ${BODY}:3:12`],
  ['a partial with a context', '{{> word holder}}', `template/wrong-argument ${BODY}:3:1`],
  ['a passage without a name', '{{passage}}', `template/wrong-argument ${BODY}:3:1`],
  ['demands with arguments', '{{demands "x"}}', `template/wrong-argument ${BODY}:3:1`],
  ['a citation by path', 'a {{cite letter.date}}', `template/wrong-argument ${BODY}:3:3`],
  ['a citation with an unknown argument', 'a {{cite "statute" in="b"}}', `template/wrong-argument ${BODY}:3:3`],
  ['a condition without an argument', '{{#if}}a{{/if}}', `template/wrong-argument ${BODY}:3:1`],
  ['an unknown partial', 'a {{> nobody}}', `template/unknown-partial ${BODY}:3:3`],
  ['an unknown passage', 'a\n\n{{passage "nobody"}}', `template/unknown-passage ${BODY}:5:1`],
  ['an unknown source', 'a {{cite "nobody"}}', `template/unknown-source ${BODY}:3:3`],
  ['a source later than the letter', 'a\nb {{cite "later"}}', `source/later-than-letter ${BODY}:4:3`],

  ['an unknown path', 'a {{recipient.titel}}', `template/unknown-path ${BODY}:3:5`],
  [
    'a path into the object prototype',
    'a {{constructor}} {{__proto__}}',
    `template/unknown-path ${BODY}:3:5`,
    `template/unknown-path ${BODY}:3:21`,
  ],
  ['an unknown condition', '{{#if state.long}}a{{/if}}b', `template/unknown-path ${BODY}:3:7`],
  [
    'a condition on a value that is always present',
    '{{#if letter.date}}a{{/if}}b',
    `template/wrong-argument ${BODY}:3:7`,
  ],
  ['a condition on a list', '{{#if signatories}}a{{/if}}b', `template/wrong-argument ${BODY}:3:7`],
  ['a printed list', 'a {{signatories}}', `template/wrong-argument ${BODY}:3:5`],
  ['a loop over a text', '{{#each letter.date}}a{{/each}}b', `template/wrong-argument ${BODY}:3:9`],
  ['a missing value', 'a\n  {{holder.name}}', `template/no-value ${BODY}:4:5`],
  ['a missing value between words', 'a {{holder.name}} b', `template/no-value ${BODY}:3:5`],
  [
    'two missing values',
    '{{holder.name}} {{holder.honorific}}',
    `template/no-value ${BODY}:3:3`,
    `template/no-value ${BODY}:3:19`,
  ],

  [
    'a value in code',
    'a `{{letter.date}}`',
    `text/unsupported-markdown ${BODY}:3:3`,
    `text/value-in-markup ${BODY}:3:4`,
  ],
  [
    'a value in HTML',
    'a <b c="{{letter.date}}">',
    `text/unsupported-markdown ${BODY}:3:3`,
    `text/value-in-markup ${BODY}:3:9`,
  ],
  ['a value in an address', 'a [b](https://c/{{letter.date}})', `text/value-in-markup ${BODY}:3:17`],
  ['a value in an autolink', 'a <mailto:{{letter.date}}>', `text/value-in-markup ${BODY}:3:11`],
  ['HTML', 'a\n\nb <i>c', `text/unsupported-markdown ${BODY}:5:3`],
  ['words after a comment', '<!-- a --> b', `text/unsupported-markdown ${BODY}:3:1`],
  ['a picture among words', 'a ![b](c.png)', `text/not-alone ${BODY}:3:3`],
  ['fenced code', 'a\n\n```\nb\n```', `text/unsupported-markdown ${BODY}:5:1`],
  ['indented code', 'a\n\n     b', `text/unsupported-markdown ${BODY}:5:1`],
  ['a thematic break in a list', 'a\n\n- b\n\n  ***', `text/unsupported-markdown ${BODY}:7:3`],
  ['a thematic break in a quotation', '> b\n>\n> ---', `text/unsupported-markdown ${BODY}:5:3`],
  ['a body of a thematic break', '***', `text/empty-part ${BODY}:1:1`],
  ['a second subject', 'a\n\n# b', `text/unsupported-markdown ${BODY}:5:1`],
  ['a deep heading', '#### b', `text/unsupported-markdown ${BODY}:3:1`],
  ['a link definition', '[a]: https://b', `text/unsupported-markdown ${BODY}:3:1`],
  ['a link title', 'a [b](https://c "d")', `text/unsupported-markdown ${BODY}:3:3`],
  ['a footnote reference', 'a **b**[^1]', `text/unsupported-markdown ${BODY}:3:8`],
  ['a link to a script', 'a [b](javascript:alert)', `text/link-refused ${BODY}:3:3`],
  ['a link to a script with a character reference', 'a [b](java&#115;cript:alert)', `text/link-refused ${BODY}:3:3`],
  ['a relative link', '[b](c.md)', `text/link-refused ${BODY}:3:1`],
  ['an empty list item', '- a\n-\n- b', `text/empty-part ${BODY}:4:1`],
  ['an empty heading', '##', `text/empty-part ${BODY}:3:1`],
  ['a passage in a line', 'a {{passage "thanks"}}', `text/not-alone ${BODY}:3:3`],
  ['a passage in a list item', '- {{passage "thanks"}}', `text/not-alone ${BODY}:3:3`],
  ['demands if the letter has none', '{{demands}}', `text/no-demands ${BODY}:3:1`],
  ['two spaces', 'a  b', `text/working-note ${BODY}:3:2`],
  ['two spaces around a condition', 'a {{#if holder.name}}b{{/if}} c', `text/working-note ${BODY}:3:2`],
  ['both pronouns', 'His/Her', `text/working-note ${BODY}:3:1`],
  ['an open choice', 'a\nb he/she c', `text/working-note ${BODY}:4:3`],
  ['a request to check', 'a (check this)', `text/working-note ${BODY}:3:3`],
  ['both titles in French', 'À M./Mme', `text/working-note ${BODY}:3:3`],
  ['both titles in the other order', 'À Mme/M.', `text/working-note ${BODY}:3:3`],
  ['both pronouns in Spanish', 'él/ella', `text/working-note ${BODY}:3:1`],
  ['both titles in Arabic', 'إلى السيد/السيدة', `text/working-note ${BODY}:3:5`],
  ['a request to check in French', 'a (à vérifier)', `text/working-note ${BODY}:3:3`],
  ['a TODO', 'a **TODO**', `text/working-note ${BODY}:3:5`],
  ['double braces as text', 'a \\{{b}} c', `text/working-note ${BODY}:3:4`, `text/working-note ${BODY}:3:7`],
  ['single braces as text', 'a {passage}', `text/working-note ${BODY}:3:3`, `text/working-note ${BODY}:3:11`],
  ['deep quotations', `${'>'.repeat(40)} a`, `template/too-large ${BODY}:3:1`],
  ['deep emphasis', `${'*a **b '.repeat(20)}c${'***'.repeat(20)}`, `template/too-large ${BODY}:3:57`],
  ['deep blocks', '{{#if holder.name}}'.repeat(40) + '{{/if}}'.repeat(40), `template/too-large ${BODY}:3:609`],
  [
    'a long chain of conditions',
    `{{#if holder.name}}a${'{{else if holder.name}}b'.repeat(40)}{{/if}}`,
    `template/too-large ${BODY}:3:${21 + 31 * 24}`,
  ],
  ['many tags', '{{letter.date}}\n'.repeat(2001), `template/too-large ${BODY}:2003:1`],
  ['a huge text', 'a'.repeat(300_000), `template/too-large ${BODY}:1:1`],
];

const sources = { later: { date: '2025-12-02' } };

test.each(BODY_FAULTS)('reports the location of %s', (_, text, ...expected) => {
  const texts = {
    'body/member': `# Subject\n\n${text}\n`,
    'passages/thanks/some': 'Thanks.',
    ...(text.includes('{{> word') ? { 'partials/word': 'word' } : {}),
  };
  expect(locateFaults({ texts, sources, passages: text.includes('"thanks"') ? ['thanks'] : [] })).toEqual(expected);
});

test('has more than eighty faults of bodies', () => {
  expect(BODY_FAULTS.length).toBeGreaterThan(80);
});

describe('a fault in a partial', () => {
  test.each([
    ['a missing value', '{{who}}', ' who=holder.name', 'template/no-value'],
    ['a printed list', '{{who}}', ' who=signatories', 'template/wrong-argument'],
    ['HTML', '<i>b', '', 'text/unsupported-markdown'],
    ['a second subject', '\n\n # b', '', 'text/unsupported-markdown'],
  ])('has its location in the partial, below two indented inclusions: %s', (what, text, partialArguments, code) => {
    const texts = {
      'body/member': `# Subject\n\n- a\n\n  {{> outer${partialArguments}}}\n`,
      'partials/outer': `outer\n\n{{> inner${partialArguments === '' ? '' : ' who=who'}}}\n`,
      'partials/inner': `inner\n  ${text}\n`,
    };
    const outcome = merged({ texts });
    const location = what === 'a second subject' ? '4:2' : partialArguments === '' ? '2:3' : '2:5';
    expect(outcome.diagnostics.map((diagnostic) => `${diagnostic.code} ${formatLocation(diagnostic)}`)).toEqual([
      `${code} en/partials/inner.md:${location}`,
    ]);
    expect(outcome.diagnostics[0]?.related.map(formatLocation)).toEqual([
      'en/partials/outer.md:3:1',
      'en/body/member.md:5:3',
    ]);
  });

  test('a circular inclusion is reported once, at the tag that closes the circle', () => {
    const texts = { 'partials/a': '{{> b}}', 'partials/b': 'b\n{{> c}}', 'partials/c': 'c {{> a}}' };
    expect(locateFaults({ texts })).toEqual(['template/recursion en/partials/c.md:1:3']);
  });
});

describe('a character reference for', () => {
  test.each([
    ['a bidirectional override', '&#x202e;', 'U+202E'],
    ['a zero-width space', '&#x200b;', 'U+200B'],
    ['a zero-width space by its name', '&ZeroWidthSpace;', 'U+200B'],
    ['a carriage return', '&#13;', 'U+000D'],
    ['a byte order mark', '&#xFEFF;', 'U+FEFF'],
    ['a soft hyphen', '&shy;', 'U+00AD'],
    ['a line separator', '&#x2028;', 'U+2028'],
    ['a tag character', '&#xE0041;', 'U+E0041'],
    ['the null character', '&#0;', 'U+FFFD'],
    ['a private-use character', '&#xE004;', 'U+E004'],
  ])('%s is refused in text and in a URL', (_, reference, codePoint) => {
    const text = `# Subject\n\na &amp; *b*\n&eacute; c${reference}\n{{letter.date}}\n\n[d](https://e/${reference})\n`;
    const { diagnostics } = merged({ texts: { 'body/member': text } });
    expect(
      diagnostics.map(({ code, span, message }) => [
        `${code} ${span.file}:${span.line}:${span.column}`,
        plainMessage(message).split(' ')[0],
      ]),
    ).toEqual([
      [`file/forbidden-character ${BODY}:4:11`, codePoint],
      [`file/forbidden-character ${BODY}:7:1`, codePoint],
    ]);
  });

  test('an allowed character is accepted', () => {
    const { ok } = merged({ texts: { 'body/member': '# Subject\n\na&nbsp;b &eacute; &#123;&#x200C' } });
    expect(ok).toBe(true);
  });
});

test('the hint for an unknown path lists all known paths, each as a separate value', () => {
  const [unknown] = merged({ texts: { 'body/member': '# Subject\n\n{{nothing.like.it}}' } }).diagnostics;
  const echoes = (unknown?.hint ?? []).flatMap((part) => (typeof part === 'object' ? [part.echo] : []));
  expect(echoes).toEqual(VIEW.map(({ path }) => path));
});
