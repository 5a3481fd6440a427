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
    pattern: 'it',
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
  test('escape the separators of their syntax', () => {
    expect(githubAnnotations([aRecord()])).toBe(
      '::error file=recipients/eu%2C 1%3Aa.yaml,line=4,endLine=4,col=3,endColumn=9,title=data/unknown-key::100 %25 <of> "it"%0Ahint: line one%0Aline two\n',
    );
  });

  test('are limited to ten of each severity; the summary has all', () => {
    const many = Array.from({ length: 12 }, (_, line) => aRecord({ line }));
    const warnings = many.map((record) => ({ ...record, severity: 'warning' as const }));
    const commands = githubAnnotations([...many, ...warnings]).match(/^::\w+/gm);
    expect([commands?.slice(0, 10), commands?.slice(10)]).toEqual([
      Array(10).fill('::error'),
      Array(10).fill('::warning'),
    ]);
    const summary = githubSummary([...many, ...warnings]);
    expect(summary).toMatch(/^### demarche: 12 faults, 12 warnings\n\n```text\n/);
    expect(summary.match(/\[data\/unknown-key\]/g)).toHaveLength(24);
  });

  test('show one of each kind before a second of any, and how many more of a kind there are', () => {
    const many = Array.from({ length: 15 }, (_, line) => aRecord({ line, message: `a ${line}`, pattern: 'a …' }));
    const other = aRecord({ line: 99, message: 'b', hint: null, pattern: 'b' });
    const commands = githubAnnotations([...many, other])
      .trimEnd()
      .split('\n');
    expect(commands).toHaveLength(10);
    expect(commands[0]).toMatch(/::a 0%0Ahint: .+%0Aand 6 more like it$/);
    expect(commands[1]).toMatch(/::b$/);
    expect(commands.slice(2).every((command) => /::a \d%0Ahint: line one%0Aline two$/.test(command))).toBe(true);
  });

  test('use a longer code fence in the summary than any in its text', () => {
    expect(githubSummary([aRecord({ message: '```` @everybody' })])).toContain('\n`````text\n');
  });
});

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync('test/vendor/sarif/sarif-2.1.0-rtm.5.json', 'utf8')) as Record<
    string,
    unknown
  >;
  // Ajv does not read JSON Schema draft 4, but here only `id` (now `$id`) and `$schema` differ, so both are removed.
  const { id: _, $schema: __, ...schemaForAjv } = schema;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schemaForAjv);

  test.each([
    ['no diagnostics', []],
    ['faults and warnings', [aRecord(), aRecord({ severity: 'warning', hint: null, code: 'yaml/syntax' })]],
    ['related locations', [aRecord({ related: [{ ...aRecord(), message: 'here first' }] })]],
  ])('is valid against its schema: %s', (_name, records) => {
    const log: unknown = JSON.parse(sarifLog(records, VERSION));
    expect([validate(log), validate.errors]).toEqual([true, null]);
    expect(log).toMatchObject({ runs: [{ results: records.map(({ code }) => ({ ruleId: code })) }] });
  });

  test('has a schema that refuses an invalid log', () => {
    const log = JSON.parse(sarifLog([aRecord()], VERSION)) as { runs: { results: object[] }[] };
    expect(validate({ ...log, runs: [{ results: [{}] }] })).toBe(false);
  });

  test('identifies a file by a URI and each result by its rule', () => {
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
  test('has a test case for each file, with its diagnostics', () => {
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

  test('has one passed test case if there are no diagnostics', () => {
    expect(junitXml([])).toContain(
      'tests="1" failures="0" errors="0">\n    <testcase classname="demarche" name="all files"/>',
    );
  });
});
