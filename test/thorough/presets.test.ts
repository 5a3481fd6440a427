import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createLazyFontLoader } from '../../src/fonts/lazy-fonts.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { createValues } from '../../src/model/values.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { inFull, valueDespiteWarnings } from '../support/outcomes.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

test.each(['international', 'din-5008'] as const)(
  'every shipped letter, in every language, can be typeset with the preset %s',
  async (preset) => {
    const { plan, addressees } = await openShipped(['md'], { editions: 'all' });
    const fonts = createLazyFontLoader((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
    const faults: string[] = [];
    let letters = 0;
    for (const addressee of addressees) {
      if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
      const { letter } = valueDespiteWarnings(await composeLetter(plan, addressee.target.selection));
      const page = { preset };
      const typeset = await createTypesetter({ page }, letter.language, NO_LOCALES, await fonts(), createValues());
      const outcome = typeset(letter);
      if (!outcome.ok)
        faults.push(
          ...outcome.diagnostics.map((diagnostic) => `${letter.id}.${letter.language}: ${inFull(diagnostic)}`),
        );
      letters += 1;
    }
    expect(letters).toBeGreaterThan(180);
    expect(faults).toEqual([]);
  },
);
