import { describe, expect, test } from 'vitest';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { aLetter, paragraph } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { inFull } from '../../support/outcomes.ts';
import { typesetWith } from '../../support/typeset-with.ts';

const windowed = stylesheetFor({ preset: 'din-5008-b' }, 'a4');

function faultsOf(letter: Letter, stylesheet = fixedStylesheet): readonly string[] {
  return typesetWith(letter, stylesheet, fixedShaper).diagnostics.map(inFull);
}

const nine = (name: string): readonly string[] => Array.from({ length: 9 }, (_, index) => `${name} ${index + 1}`);

describe('a letter for a window says what to write', () => {
  test('if the letterhead has the names of many', () => {
    expect(faultsOf(aLetter({ letterhead: nine('Walkers') }), windowed)).toEqual([
      expect.stringMatching(
        /the letterhead ends .*one name in the place of 9, as in letterhead: \{ name: … \}, or set/u,
      ),
    ]);
  });

  test('if the return line leaves the address no line at all', () => {
    const senderLines = [paragraph('12 Mill Lane').children];
    const [fault, ...others] = faultsOf(aLetter({ letterhead: nine('Walkers '.repeat(20)), senderLines }), windowed);
    expect(fault).toMatch(/taller than what the window .*one name in the place of 9, as in letterhead: \{ name: … \}/u);
    expect(others).toHaveLength(1);
  });

  test('if the letterhead has one name and too many lines', () => {
    const senderLines = nine('Room').map((line) => paragraph(line).children);
    const faults = faultsOf(
      aLetter({ letterhead: ['Walkers'], senderLines: [...senderLines, ...senderLines] }),
      windowed,
    );
    expect(faults.at(-1)).toMatch(/the letterhead ends .*\(shorten the lines of the letterhead, or set/u);
  });
});

test('nine signatures that no page has room for are named, with the number from which they would be a list', () => {
  const signatures = nine('Federation of walkers '.repeat(40)).map((organisation) => ({ organisation }));
  expect(faultsOf(aLetter({ signatures }))).toEqual([
    expect.stringMatching(
      /the signatures of which the first is Federation .* mm tall; .*ten signatories and more are a list/u,
    ),
  ]);
});
