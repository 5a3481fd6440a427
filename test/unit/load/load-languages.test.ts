import { describe, expect, test } from 'vitest';
import { loadLanguages } from '../../../src/load/load-languages.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { faultsOf, inFull, valueOf } from '../../support/outcomes.ts';

function load(files: Readonly<Record<string, string>>) {
  return loadLanguages(memoryWorld(files).world);
}

describe('the files of languages', () => {
  test('are read by the tag that is their name', async () => {
    const files = ['eu', 'pt-BR', 'sr-Latn', 'zh-Hant-TW', 'hsb', 'es-419'].map((tag) => [
      `languages/${tag}.yaml`,
      'a: b\n',
    ]);
    expect(Object.keys(valueOf(await load(Object.fromEntries(files))))).toEqual(
      expect.arrayContaining(['eu', 'pt-BR', 'sr-Latn', 'zh-Hant-TW', 'hsb', 'es-419']),
    );
  });

  test('may be absent, or without content, which is the same', async () => {
    expect(valueOf(await load({}))).toEqual({});
    expect(
      valueOf(await load({ 'languages/eu.yaml': '# Nothing yet.\n', 'languages/README.md': '# Read me\n' })),
    ).toEqual({});
  });

  test.each([
    ['pt_BR.yaml', 'rename it to pt-BR.yaml'],
    ['PT.yaml', 'rename it to pt.yaml'],
    ['pt-br.yaml', 'rename it to pt-BR.yaml'],
    ['english.yaml', 'rename it to en.yaml'],
    ['Euskara.yaml', 'rename it to eu.yaml'],
    ['eu.yml', 'rename it to eu.yaml'],
    ['eu.YAML', 'rename it to eu.yaml'],
    ['my words.yaml', 'rename it to the tag of its language, as in languages/eu.yaml'],
  ])('are refused with a name that is no tag: %s', async (name, hint) => {
    const outcome = await load({ [`languages/${name}`]: 'copies: Copies\n' });
    expect(faultsOf(outcome)).toHaveLength(1);
    expect(outcome.diagnostics.map(inFull)[0]).toContain(hint);
  });
});
