import { describe, expect, test } from 'vitest';
import { composeLanguageText } from '../../../../src/commands/init/language-text.ts';
import { runtimeWords } from '../../../../src/commands/init/runtime-words.ts';
import { PRINTED_WORDS, wordIn } from '../../../../src/languages/language-words.ts';
import type { LocaleData } from '../../../../src/model/locale-data.ts';
import { LOCALE_DATA } from '../../../../src/languages/locales.ts';
import { readYaml } from '../../../../src/load/read-yaml.ts';
import { validateLanguage } from '../../../../src/validate/validate-language.ts';
import { valueOf } from '../../../support/outcomes.ts';

/** Locale data without what only the product has. */
function ofCampaign(data: LocaleData): object {
  return { ...data, hyphenation: undefined, workingNotes: undefined, lists: undefined, sources: undefined };
}

function read(text: string, base: LocaleData | undefined) {
  return validateLanguage(valueOf(readYaml('languages/xx.yaml', text)), base);
}

describe('the file of a language', () => {
  test.each([...LOCALE_DATA])('of the product has all of its words: %s', (language, data) => {
    const text = composeLanguageText(language, { kind: 'product', of: language, data });
    const { value, faults } = read(text, undefined);
    expect(faults).toEqual([]);
    expect(value && ofCampaign(value)).toEqual(ofCampaign(data));
    expect(read(text, data)).toEqual({ value: data, faults: [] });
  });

  test('that the product lacks leaves every printed word empty that the runtime does not know, each a fault', () => {
    const data = runtimeWords('eu');
    const text = composeLanguageText('eu', { kind: 'runtime', data, keys: Object.keys(data) });
    const empty = PRINTED_WORDS.filter((word) => wordIn(data, word) === undefined).map(({ path }) => path.join('.'));
    expect(empty).toContain('copies');
    expect(empty).not.toContain('months');
    const { faults } = read(text, undefined);
    expect(faults.map(({ code, message }) => [code, message[0]])).toEqual(
      empty.map((echo) => ['language/missing-word', { echo, secret: false }]),
    );
    const lines = faults.map(({ span }) => text.split('\n')[span.line - 1]?.trim());
    expect(lines).toEqual(faults.map(() => expect.stringMatching(/^[\w-]+:$/)));
  });

  test('that the runtime does not know has all keys, without a value', () => {
    const text = composeLanguageText('qx', { kind: 'runtime', data: runtimeWords('qx'), keys: [] });
    expect(read(text, undefined).faults).toHaveLength(PRINTED_WORDS.length);
    expect(text).not.toContain('CLDR. No reader');
  });
});
