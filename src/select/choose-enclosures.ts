import type { Campaign } from '../model/campaign.ts';
import { type Diagnostic, warning } from '../model/diagnostic.ts';
import { type EnclosedFile, findEnclosedFile } from '../model/enclosed-file.ts';
import { type Enclosure, chooseFile, fileEnclosures } from '../model/enclosure.ts';
import { say } from '../model/message.ts';
import { type EvaluationContext, evaluateCondition } from './evaluate-condition.ts';

/** The size of all enclosures of a letter, in bytes, above which many mail servers refuse it. */
const MAX_TOGETHER = 20_000_000;

/**
 * Returns what is sent with the letter to a recipient, in the order of `letter.yaml`: the sources, and the files whose
 * condition holds. Adds the faults of the conditions to `diagnostics`, and a warning if the files are large together.
 */
export function chooseEnclosures(
  { letter, enclosedFiles }: Campaign,
  context: EvaluationContext,
  diagnostics: Diagnostic[],
): readonly Enclosure[] {
  const chosen = letter.enclosures.filter((enclosure) => {
    if (enclosure.kind === 'source') return true;
    const { holds, faults } = evaluateCondition(enclosure.for, context);
    diagnostics.push(...faults);
    return holds;
  });
  const { language, recipient } = context;
  const files = fileEnclosures(chosen).flatMap((enclosure) => {
    const { path } = chooseFile(enclosure, language, recipient.languages);
    return findEnclosedFile(enclosedFiles, path) ?? [];
  });
  const [first] = fileEnclosures(chosen);
  if (first !== undefined) diagnostics.push(...largeTogetherWarnings([...new Set(files)], first));
  return chosen;
}

function largeTogetherWarnings(
  files: readonly EnclosedFile[],
  { span }: { readonly span: Diagnostic['span'] },
): readonly Diagnostic[] {
  const sum = files.reduce((total, { bytes }) => total + bytes.length, 0);
  if (sum <= MAX_TOGETHER) return [];
  const largest = files.toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
  const message = say`the enclosures of one letter are ${inMegabytes(sum)} MB together, and many mail servers refuse more than ${inMegabytes(MAX_TOGETHER)} MB`;
  const hint =
    largest === undefined
      ? say`make them smaller`
      : say`make them smaller, ${largest.path} first (${inMegabytes(largest.bytes.length)} MB), or publish one and enclose it as a source with its ${'url'}`;
  return [warning('enclosure/too-large-together', span, message, { hint })];
}

/** Returns a number of bytes in MB, to one decimal. */
function inMegabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
