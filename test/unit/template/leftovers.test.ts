import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import type { LetterSettings } from '../../../src/model/campaign.ts';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import { aMerging, type MergingParts } from '../../support/a-merging.ts';

/** The code, severity and column of each diagnostic of a body with these words, which are on line 3. */
function diagnosticsOf(words: string, letter: Partial<LetterSettings> = {}, parts: MergingParts = {}) {
  const { campaign } = aMerging({ texts: { 'body/member': `# S\n\n${words}\n` }, letter, ...parts });
  return parseTemplates(campaign).diagnostics.map(
    ({ code, severity, span }) => `${severity} ${code} ${span.line}:${span.column}`,
  );
}

describe('in a text', () => {
  test.each([
    ['Dear «Name»,', 'error text/leftover 3:6'],
    ['We saw #REF! there.', 'error text/leftover 3:8'],
    ['The MÃ¼ller case.', 'error text/leftover 3:6'],
    ['Dear [insert name],', 'error text/leftover 3:6'],
    ['Brussel / Bruxelles', 'warning text/working-note 3:8'],
    ['We thank him/her.', 'error text/working-note 3:10'],
    ['Upper Town , Anna', 'error text/working-note 3:11'],
    ['Charter of 1999{{cite "statute"}} .', 'error text/working-note 3:34'],
    ['of **1999** , and', 'error text/working-note 3:12'],
    ['the {{recipient.title}} , and', 'error text/working-note 3:24'],
    ['Is it so ?', 'error text/working-note 3:9'],
    ['We ask :', 'error text/working-note 3:7'],
  ])('%s', (words, expected) => {
    expect(diagnosticsOf(words)).toEqual([expected]);
  });

  test('a space is found that a condition leaves before a comma', () => {
    expect(diagnosticsOf('the State{{#if state.of}} {{state.of}} {{/if}}, we')).toEqual([
      expect.stringMatching(/^error text\/working-note 3:/u),
    ]);
    expect(diagnosticsOf('the State{{#if state.of}} {{state.of}}{{/if}}, we')).toEqual([]);
  });

  test.each([
    'Wait ... or . . . so',
    'about .5 and 1 : 2',
    'a, b. c; d: e! f?',
    'rue X/Y, a  <!-- x , y -->',
    'null and void',
  ])('%s is right', (words) => {
    expect(diagnosticsOf(words.replace('  <', ' <'))).toEqual([]);
  });

  test('what is declared to be meant is not reported, also where the line ends in it', () => {
    expect(diagnosticsOf('Brussel / Bruxelles', { meant: ['Brussel / Bruxelles'] })).toEqual([]);
    expect(diagnosticsOf('Brussel / Gent', { meant: ['Brussel / Bruxelles'] })).toHaveLength(1);
    expect(diagnosticsOf('file [Name] of\n«Name» x', { meant: ['[Name] of «Name»'] })).toEqual([]);
    expect(diagnosticsOf('We thank him/her.', { meant: ['him/her'] })).toEqual([]);
  });
});

test.each(['a  , b', 'a  ; b', 'a \u00A0, b', 'a  .', '##name## a', 'a ##name## b', 'a <!-- b'])(
  'one mistake has one fault: %j',
  (words) => {
    expect(diagnosticsOf(words)).toHaveLength(1);
  },
);

test('French has a space before some marks, and quotations in guillemets', () => {
  const { campaign } = aMerging();
  const text = { file: 'fr/body/member.md', text: '# S\n\nNous demandons : « oui » ; non ! Et , oui .\n' };
  const inFrench = {
    ...campaign,
    editions: { languages: ['fr'], each: 'first-read' as const },
    templates: { fr: new Map([['body/member', text]]) },
  };
  expect(parseTemplates(inFrench).diagnostics.map(({ span }) => span.column)).toEqual([36, 42]);
});

test.each([
  ['fr', 'error'],
  ['fr-CH', 'warning'],
  ['es', 'warning'],
])(
  'in %s, where quotations have spaces in guillemets or none, a name in guillemets is a field: %s',
  (language, severity) => {
    const { campaign } = aMerging();
    const text = { file: `${language}/body/member.md`, text: '# S\n\nA «Name» b.\n' };
    const translated = {
      ...campaign,
      editions: { languages: [language], each: 'first-read' as const },
      templates: { [language]: new Map([['body/member', text]]) },
    };
    expect(parseTemplates(translated).diagnostics.map((each) => each.severity)).toEqual([severity]);
  },
);

test('a form of address is searched too, where a slash is a warning', () => {
  const warnings = diagnosticsOf('Words.', {}, { form: { close: 'Yours / Ours' } });
  expect(warnings).toEqual([expect.stringContaining('warning text/working-note')]);
  const form = { salutation: 'Dear [Name],', close: 'Yours , x', inText: 'R&amp;D' };
  expect(diagnosticsOf('Words.', {}, { form })).toHaveLength(3);
  expect(diagnosticsOf('Words.', {}, { form: { close: 'Yours{{#if state.of}} {{/if}}, x' } })).toHaveLength(1);
});

test.each(['Article XXX of the Code', 'TODO EL MUNDO lo sabe', 'Mr/Ms Smith', 'the set {1}', 'x / y'])(
  'each hint about a working note has the line that allows it: %s',
  (words) => {
    const { campaign } = aMerging({ texts: { 'body/member': `# S\n\n${words}\n` } });
    const hints = parseTemplates(campaign).diagnostics.map(({ hint = [] }) => plainMessage(hint));
    expect(hints).not.toEqual([]);
    for (const hint of hints) expect(hint).toContain(`write in letter.yaml: meant: ["${words}"]`);
    expect(diagnosticsOf(words, { meant: [words] })).toEqual([]);
  },
);
