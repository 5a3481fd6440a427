import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { DiagnosticRecord } from '../../../src/report/diagnostic-records.ts';
import { githubAnnotations, githubSummary } from '../../../src/report/reporters/github.ts';
import { junitXml } from '../../../src/report/reporters/junit.ts';
import { sarifLog } from '../../../src/report/reporters/sarif.ts';

function aRecord(changes: Partial<DiagnosticRecord> = {}): DiagnosticRecord {
  return {
    code: 'data/unknown-key',
    severity: 'error',
    file: 'recipients/eu, 1:a.yaml',
    line: 4,
    column: 3,
    endColumn: 9,
    message: '100 % <of> "it"',
    excerpt: null,
    hint: 'line one\nline two',
    related: [],
    ...changes,
  };
}

const VERSION = '1.2.3';

describe('annotations', () => {
  test('cannot be broken out of', () => {
    expect(githubAnnotations([aRecord()])).toBe(
      '::error file=recipients/eu%2C 1%3Aa.yaml,line=4,endLine=4,col=3,endColumn=9,title=data/unknown-key::100 %25 <of> "it"%0Ahint: line one%0Aline two\n',
    );
  });

  test('keep within ten of each kind, and the summary has all', () => {
    const many = Array.from({ length: 12 }, (_, line) => aRecord({ line }));
    const warnings = many.map((record) => ({ ...record, severity: 'warning' as const }));
    const kinds = githubAnnotations([...many, ...warnings]).match(/^::\w+/gm);
    expect([kinds?.slice(0, 10), kinds?.slice(10)]).toEqual([Array(10).fill('::error'), Array(10).fill('::warning')]);
    const summary = githubSummary([...many, ...warnings]);
    expect(summary).toMatch(/^### demarche: 12 faults, 12 warnings\n\n```text\n/);
    expect(summary.match(/\[data\/unknown-key\]/g)).toHaveLength(24);
  });

  test('a summary’s fence is longer than any in it', () => {
    expect(githubSummary([aRecord({ message: '```` @everybody' })])).toContain('\n`````text\n');
  });
});

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync('test/vendor/sarif/sarif-2.1.0-rtm.5.json', 'utf8')) as Record<
    string,
    unknown
  >;
  // Written for draft 4, whose `id` is `$id` today; nothing else in it differs.
  const { id: _, $schema: __, ...rules } = schema;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);

  test.each([
    ['nothing', []],
    ['faults and warnings', [aRecord(), aRecord({ severity: 'warning', hint: null, code: 'yaml/syntax' })]],
    ['related places', [aRecord({ related: [{ ...aRecord(), message: 'here first' }] })]],
  ])('is what its schema says: %s', (_name, records) => {
    const log: unknown = JSON.parse(sarifLog(records, VERSION));
    expect([validate(log), validate.errors]).toEqual([true, null]);
    expect(log).toMatchObject({ runs: [{ results: records.map(({ code }) => ({ ruleId: code })) }] });
  });

  test('the schema would find a log that is none', () => {
    const log = JSON.parse(sarifLog([aRecord()], VERSION)) as { runs: { results: object[] }[] };
    expect(validate({ ...log, runs: [{ results: [{}] }] })).toBe(false);
  });

  test('names a file by a URI and knows the rule of each result', () => {
    expect(JSON.parse(sarifLog([aRecord({ code: 'yaml/syntax' }), aRecord()], VERSION))).toMatchObject({
      runs: [
        {
          tool: { driver: { semanticVersion: '1.2.3', rules: [{ id: 'data/unknown-key' }, { id: 'yaml/syntax' }] } },
          results: [
            { ruleIndex: 1, level: 'error' },
            {
              ruleIndex: 0,
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'recipients/eu%2C%201%3Aa.yaml' },
                    region: { startLine: 4, startColumn: 3, endColumn: 9 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('JUnit', () => {
  test('has a case for each file, with its faults', () => {
    expect(junitXml([aRecord({ file: 'a.yaml' }), aRecord({ file: 'b.yaml', severity: 'warning', hint: null })])).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="demarche" tests="2" failures="1" errors="0">
  <testsuite name="demarche" tests="2" failures="1" errors="0">
    <testcase classname="demarche" name="a.yaml" file="a.yaml" line="4">
      <failure type="data/unknown-key" message="100 % &lt;of&gt; &quot;it&quot;">a.yaml:4:3: error[data/unknown-key]: 100 % &lt;of&gt; &quot;it&quot;&#10;hint: line one&#10;line two</failure>
    </testcase>
    <testcase classname="demarche" name="b.yaml" file="b.yaml" line="4">
      <system-out>b.yaml:4:3: warning[data/unknown-key]: 100 % &lt;of&gt; &quot;it&quot;</system-out>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  test('has one that passed where nothing is wrong', () => {
    expect(junitXml([])).toContain(
      'tests="1" failures="0" errors="0">\n    <testcase classname="demarche" name="all files"/>',
    );
  });
});
