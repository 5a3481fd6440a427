import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Artifact } from '../../src/model/artifact.ts';
import type { PageSettings } from '../../src/model/campaign.ts';
import type { Language } from '../../src/model/language.ts';
import { makeLetter } from '../../src/pipeline.ts';
import { lazyFonts } from '../../src/fonts/lazy-fonts.ts';
import { openFormats } from '../../src/formats/formats.ts';
import { openValues } from '../../src/model/values.ts';
import { openTypesetter } from '../../src/layout/typeset.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { inFull, valueOf } from '../support/outcomes.ts';
import { openShipped } from '../support/shipped-campaign.ts';

/** A letter on the disk, in both formats. */
export interface PrintedLetter {
  /** The files' name without what tells the formats apart: `eu-be.en`. */
  readonly name: string;
  readonly language: Language;
  readonly markdown: string;
  readonly pdf: string;
}

/** Writes every letter of the shipped campaign, and those to the institutions beside it, in every language that it has. */
export async function printShippedLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const { plan, addressees } = await openShipped(['md', 'pdf'], {
    editions: 'all',
    examples: ['eu-institutions.yaml'],
  });
  const printed: PrintedLetter[] = [];
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    printed.push(print(valueOf(await makeLetter(plan, selection)), selection.language, folder));
  }
  return printed;
}

/** Writes the letters that try what setting can get wrong: ragged on one preset, justified on the other. */
export async function printStressLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const values = openValues();
  const fonts = lazyFonts((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
  const job = { letter: 'stress', formats: ['md', 'pdf'], attachSource: false } as const;
  const write = openFormats(job, { fonts, values });
  const pages: readonly PageSettings[] = [{ preset: 'international' }, { preset: 'din-5008', justify: true }];
  const printed: PrintedLetter[] = [];
  for (const page of pages) {
    for (const language of STRESS_LANGUAGES) {
      const letter = { ...stressLetter(language), id: `stress-${page.preset}` };
      const outcome = (await openTypesetter(page, language, await fonts(), values))(letter);
      // Such letters may have loose lines, which is worth a warning.
      if (!outcome.ok) throw new Error(outcome.diagnostics.map(inFull).join('\n'));
      printed.push(print(await write({ letter, pages: outcome.value }), language, folder));
    }
  }
  return printed;
}

/** Writes the first shipped letter once more, its Markdown inside its PDF. */
export async function printWithSource(folder: string): Promise<PrintedLetter> {
  const { plan, addressees } = await openShipped(['md', 'pdf'], { attachSource: true });
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    return print(valueOf(await makeLetter(plan, selection)), selection.language, folder);
  }
  throw new Error('the shipped campaign has no letter');
}

function print(artifacts: readonly Artifact[], language: Language, folder: string): PrintedLetter {
  const [markdown, pdf] = artifacts;
  if (markdown?.format !== 'md' || pdf?.format !== 'pdf') throw new Error('a format is missing');
  for (const { name, bytes } of artifacts) writeFileSync(join(folder, name), bytes);
  const name = pdf.name.replace(/\.pdf$/, '');
  return { name, language, markdown: join(folder, markdown.name), pdf: join(folder, pdf.name) };
}
