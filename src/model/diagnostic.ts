import type { Message } from './message.ts';
import type { Span } from './span.ts';

/**
 * The codes of all faults and warnings, as `area/kind`. A recipient's id contains no slash, so that `demarche explain`
 * can take either as its argument.
 */
export type DiagnosticCode =
  // files
  | 'file/missing'
  | 'file/unreadable'
  | 'file/not-read'
  | 'file/too-large'
  | 'file/not-utf8'
  | 'file/forbidden-character'
  | 'file/outside'
  // YAML
  | 'yaml/syntax'
  | 'yaml/unsupported'
  | 'yaml/duplicate-key'
  | 'yaml/comment-in-text'
  // tables and JSON lists of recipients
  | 'json/syntax'
  | 'json/duplicate-key'
  | 'csv/syntax'
  | 'csv/column'
  | 'csv/ragged-row'
  | 'workbook/format'
  | 'workbook/sheet'
  | 'workbook/cell'
  | 'workbook/hidden-rows'
  | 'workbook/merged-cells'
  // tables whose columns a file describes
  | 'table/not-described'
  | 'table/missing'
  | 'table/pattern'
  | 'table/column'
  | 'table/cell'
  | 'table/id'
  // content of files
  | 'data/unknown-key'
  | 'data/missing-key'
  | 'data/wrong-type'
  | 'data/wrong-value'
  | 'data/white-space'
  | 'data/leftover'
  | 'condition/malformed'
  | 'condition/unknown-name'
  // rules across files
  | 'letter/unknown-text'
  | 'letter/unknown-name'
  | 'letter/demand-twice'
  | 'letter/not-dated'
  | 'letter/not-approved'
  | 'letter/not-final'
  | 'letter/named-twice'
  | 'letter/unchecked'
  | 'fact/contradictory'
  | 'language/missing-word'
  | 'language/unused'
  | 'profile/duplicate-id'
  | 'profile/unknown-name'
  | 'profile/expired-holder'
  | 'profile/no-form'
  | 'profile/no-edition'
  | 'profile/no-country'
  | 'profile/short-address'
  | 'profile/unverified'
  | 'group/expired'
  // selecting wordings
  | 'select/no-body'
  | 'select/no-wording'
  | 'select/no-signatory'
  | 'select/demand-twice'
  | 'demand/beyond-power'
  | 'select/fact-not-recorded'
  | 'select/field-empty'
  // parsing and merging texts
  | 'template/syntax'
  | 'template/unsupported'
  | 'template/unknown-path'
  | 'template/unknown-helper'
  | 'template/unknown-partial'
  | 'template/unused-partial'
  | 'template/unknown-source'
  | 'template/unknown-passage'
  | 'template/wrong-argument'
  | 'template/no-value'
  | 'template/too-large'
  | 'template/recursion'
  | 'text/no-subject'
  | 'text/no-demands'
  | 'text/no-title'
  | 'text/passage-lost'
  | 'text/passage-twice'
  | 'text/not-alone'
  | 'text/value-in-markup'
  | 'text/unsupported-markdown'
  | 'text/link-refused'
  | 'text/failed-link'
  | 'text/list-number'
  | 'text/working-note'
  | 'text/leftover'
  | 'text/empty-part'
  | 'text/own-address'
  | 'source/later-than-letter'
  // linting
  | 'rule/shadowed'
  | 'source/unused'
  | 'fact/unused'
  | 'fact/beside-role'
  | 'demand/reaches-nobody'
  | 'demand/no-power'
  | 'power/unused'
  | 'profile/same-office'
  // pictures
  | 'picture/path'
  | 'picture/width'
  | 'picture/refused'
  | 'picture/no-alternative'
  | 'picture/few-dots'
  | 'picture/not-printed'
  // translations
  | 'translation/differs'
  | 'translation/stale'
  // typesetting
  | 'font/unsupported'
  | 'font/damaged'
  | 'font/not-embeddable'
  | 'glyph/missing'
  | 'page/does-not-fit'
  | 'page/divided-word'
  | 'page/lines-touch'
  | 'page/loose-line'
  | 'page/lone-word'
  | 'page/runt'
  | 'page/runt-in-close'
  | 'page/head-cut'
  | 'page/hole'
  | 'page/not-of-preset'
  // writing
  | 'output/foreign-file'
  | 'output/in-the-way'
  | 'output/failed'
  | 'output/manifest'
  | 'output/locked'
  // joining shards
  | 'shard/missing'
  | 'shard/doubled'
  | 'shard/foreign'
  | 'shard/unfinished'
  | 'shard/letter-failed'
  // comparing the output folder with the letters
  | 'output/stale'
  | 'output/misrecorded'
  | 'output/missing'
  | 'output/edited'
  | 'output/orphaned'
  | 'output/skipped'
  | 'output/surplus';

/** The severity of a diagnostic: `error` for a fault, which stops the letter or the run; `warning` otherwise. */
export type Severity = 'error' | 'warning';

/**
 * A further location that helps to understand a fault: the first use of a name, the tag that includes a partial, the
 * profile that lacks a value.
 */
export interface RelatedLocation {
  readonly span: Span;
  readonly message: Message;
}

/** A fault or a warning: what is wrong, where, and how to fix it. Bugs of the program are thrown as errors instead. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly hint?: Message;
  readonly related: readonly RelatedLocation[];
  /**
   * The path of a key of profiles: without it, a text has no value for a recipient. Commands that read the profiles use
   * it to list the profiles that lack the key.
   */
  readonly lacking?: readonly string[];
}

/** The optional parts of a diagnostic. */
export type DiagnosticExtras = Partial<Pick<Diagnostic, 'hint' | 'related' | 'lacking'>>;

/** Returns a fault: a diagnostic that stops the letter or the run until the user fixes it. */
export function fault(code: DiagnosticCode, span: Span, message: Message, extras: DiagnosticExtras = {}): Diagnostic {
  return { code, severity: 'error', span, message, related: [], ...extras };
}

/** Returns a warning: a diagnostic that does not stop the letter. */
export function warning(code: DiagnosticCode, span: Span, message: Message, extras: DiagnosticExtras = {}): Diagnostic {
  return { ...fault(code, span, message, extras), severity: 'warning' };
}

/** Whether a diagnostic, or its record in JSON output, is a fault. */
export function isFault({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'error';
}

/** Numbers of faults and of warnings. */
export interface SeverityCounts {
  readonly faults: number;
  readonly warnings: number;
}

/** Counts diagnostics, or their records in JSON output. */
export function countBySeverity(diagnostics: readonly { readonly severity: Severity }[]): SeverityCounts {
  const faults = diagnostics.filter(isFault).length;
  return { faults, warnings: diagnostics.length - faults };
}

/** Returns the diagnostics sorted by file, line, column and code. */
export function sortByLocation(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.span.file, b.span.file) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      compareText(a.code, b.code),
  );
}

/** Returns a key by which diagnostics are compared: it is equal if code, span and message are equal. */
export function diagnosticKey({ code, span, message }: Diagnostic): string {
  return JSON.stringify([code, span, message]);
}

/**
 * Returns the diagnostics without repetitions. A fault of a shared text is found in every letter that uses the text.
 */
export function removeRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const diagnosticsByKey = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = diagnosticKey(diagnostic);
    if (!diagnosticsByKey.has(key)) diagnosticsByKey.set(key, diagnostic);
  }
  return [...diagnosticsByKey.values()];
}
