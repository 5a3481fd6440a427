import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { ANY_KEY, divideLines } from '../../../src/validate/divide-lines.ts';
import { valueOf } from '../../support/outcomes.ts';

const divided = (yaml: string): unknown =>
  JSON.parse(
    JSON.stringify(divideLines(valueOf(readYaml('p.yaml', yaml)), [['a'], ['a', ANY_KEY]]), (key, value: unknown) =>
      key === 'span' || key === 'keySpan' || key === 'source' ? undefined : value,
    ),
  );
const list = (...texts: readonly string[]): unknown => ({
  kind: 'list',
  items: texts.map((text) => ({ kind: 'scalar', text, quoted: true })),
});
const at = (value: unknown, ...keys: readonly string[]): unknown => ({
  kind: 'fields',
  entries: [{ key: keys[0], value: keys.length === 1 ? value : at(value, ...keys.slice(1)) }],
});

describe('a text of several lines becomes a list of them', () => {
  test.each([
    ['a block', 'a: |\n  One\n  Two\n', at(list('One', 'Two'), 'a')],
    ['a block without its last line break', 'a: |-\n  One\n  Two\n', at(list('One', 'Two'), 'a')],
    ['a block of one line', 'a: |\n  One\n', at(list('One'), 'a')],
    ['a text with written line breaks', 'a: "One\\r\\nTwo"\n', at(list('One', 'Two'), 'a')],
    ['one for a language', 'a:\n  en: |\n    One\n    Two\n', at(list('One', 'Two'), 'a', 'en')],
    ['with an empty line, which is no text', 'a: "One\\n\\nTwo"\n', at(list('One', '', 'Two'), 'a')],
  ])('%s', (_, yaml, expected) => {
    expect(divided(yaml)).toEqual(expected);
  });

  test.each(['a: One\n', 'b: "One\\nTwo"\n', 'a: ["One\\nTwo"]\n', 'a: { en: { x: "One\\nTwo" } }\n'])(
    'not %j, and the data stay the same object',
    (yaml) => {
      const data = valueOf(readYaml('p.yaml', yaml));
      expect(divideLines(data, [['a'], ['a', ANY_KEY]])).toBe(data);
    },
  );
});
