import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import { plainMessage } from '../../src/model/message.ts';
import { createLazyFontLoader } from '../../src/fonts/lazy-fonts.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import type { Letter } from '../../src/model/letter.ts';
import { createValues } from '../../src/model/values.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { inFull, valueDespiteWarnings } from '../support/outcomes.ts';
import { PRESET_PAGES } from '../support/preset-pages.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

const fonts = createLazyFontLoader((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
const letters: Letter[] = [];

beforeAll(async () => {
  const { plan, addressees } = await openShipped(['md'], { editions: 'all' });
  for (const addressee of addressees) {
    if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
    letters.push(valueDespiteWarnings(await composeLetter(plan, addressee.target.selection)).letter);
  }
  expect(letters.length).toBeGreaterThan(180);
});

test.each(PRESET_PAGES)('every shipped letter, in every language, can be typeset with the page %j', async (page) => {
  const faults: string[] = [];
  const values = createValues();
  for (const letter of letters) {
    const typeset = await createTypesetter({ page }, letter.language, NO_LOCALES, await fonts(), values);
    const outcome = typeset(letter);
    if (!outcome.ok)
      faults.push(...outcome.diagnostics.map((diagnostic) => `${letter.id}.${letter.language}: ${inFull(diagnostic)}`));
  }
  expect(faults).toEqual([]);
});

test.each(PRESET_PAGES)('no line of theirs looks wrong, ragged or justified, with the page %j', async (page) => {
  const wrong = new Set<string>();
  const values = createValues();
  for (const justify of [false, true]) {
    const settings = { page: { ...page, justify } };
    const typesetters = new Map<string, ReturnType<typeof createTypesetter>>();
    for (const letter of letters) {
      const { language } = letter;
      const typesetter =
        typesetters.get(language) ?? createTypesetter(settings, language, NO_LOCALES, await fonts(), values);
      typesetters.set(language, typesetter);
      const typeset = await typesetter;
      for (const { code, message } of typeset(letter).diagnostics)
        if (code !== 'page/hole') wrong.add(`${letter.language} ${code} ${justify}: ${plainMessage(message)}`);
    }
  }
  expect([...wrong]).toEqual([]);
});
