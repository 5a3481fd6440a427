import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  type PrintedLetter,
  printEmbeddedLetters,
  printFontLetters,
  printGalleryLetters,
  printHeadLetters,
  printPictureLetters,
  printReportLetters,
  printShippedLetters,
  printSignatoriesLetters,
  printStressLetters,
  printTableLetters,
  printWithSource,
} from './printed-letters.ts';
import { TOOLS, requireTools } from './tools.ts';
import { installVerapdf } from './verapdf.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Every letter that must conform. */
    readonly letters: readonly PrintedLetter[];
    /** Those among them for which `readers.json` records what readers find. */
    readonly recordedLetters: readonly PrintedLetter[];
    /** One of them with its source attached. */
    readonly withSource: PrintedLetter;
  }
}

/**
 * Finds or installs the validators, and writes the letters that they check. Returns a function that deletes the
 * letters.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  requireTools(TOOLS);
  await installVerapdf();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-conformance-'));
  mkdirSync(join(folder, 'with-source'));
  const recorded = [...(await printShippedLetters(folder)), ...(await printStressLetters(folder))];
  project.provide('recordedLetters', recorded);
  project.provide('letters', [
    ...recorded,
    ...(await printGalleryLetters(folder)),
    ...(await printTableLetters(folder)),
    ...(await printSignatoriesLetters(folder)),
    ...(await printPictureLetters(folder)),
    ...(await printReportLetters(folder)),
    ...(await printHeadLetters(folder)),
    ...(await printFontLetters(folder)),
    ...(await printEmbeddedLetters(folder)),
  ]);
  project.provide('withSource', await printWithSource(join(folder, 'with-source')));
  return () => rmSync(folder, { recursive: true, force: true });
}
