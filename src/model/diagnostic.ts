import type { Message } from './message.ts';
import type { Span } from './span.ts';

/** Every kind of fault and warning there is: `area/what`. A recipient's id holds no slash, so the two never clash. */
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
  // tables and lists of recipients
  | 'json/syntax'
  | 'json/duplicate-key'
  | 'csv/syntax'
  | 'csv/column'
  | 'csv/ragged-row'
  // what files say
  | 'data/unknown-key'
  | 'data/missing-key'
  | 'data/wrong-type'
  | 'data/wrong-value'
  | 'condition/malformed'
  | 'condition/unknown-name'
  // rules across files
  | 'letter/unknown-text'
  | 'letter/unknown-name'
  | 'letter/demand-twice'
  | 'letter/not-dated'
  | 'letter/not-approved'
  | 'letter/named-twice'
  | 'letter/unchecked'
  | 'fact/contradictory'
  | 'profile/duplicate-id'
  | 'profile/unknown-name'
  | 'profile/expired-holder'
  | 'profile/no-form'
  | 'profile/unverified'
  | 'group/expired'
  // choosing
  | 'select/no-body'
  | 'select/no-wording'
  | 'select/demand-twice'
  | 'select/fact-not-recorded'
  // merging
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
  | 'text/working-note'
  | 'text/empty-part'
  | 'source/later-than-letter'
  // oddities
  | 'rule/shadowed'
  | 'source/unused'
  | 'fact/unused'
  | 'fact/beside-role'
  | 'demand/reaches-nobody'
  | 'profile/same-office'
  // translating
  | 'translation/differs'
  | 'translation/stale'
  // setting
  | 'glyph/missing'
  | 'page/does-not-fit'
  | 'page/loose-line'
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
  // checking
  | 'output/stale'
  | 'output/missing'
  | 'output/edited'
  | 'output/orphaned'
  | 'output/skipped';

/** Faults stop the letter or the run; warnings do not. */
export type Severity = 'error' | 'warning';

/** Another place that helps to understand a fault: the first use, the include, the profile that lacks the value. */
export interface RelatedLocation {
  readonly span: Span;
  readonly message: Message;
}

/** A fault or a warning: what is wrong, where, and what to do about it. Bugs of ours are thrown instead. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly hint?: Message;
  readonly related: readonly RelatedLocation[];
  /** The keys that some profiles lack, so that a text has no value there: whoever sees the profiles can name them. */
  readonly lacking?: readonly string[];
}

/** What may be added to a fault besides code, place and message. */
export type DiagnosticExtras = Partial<Pick<Diagnostic, 'hint' | 'related' | 'lacking'>>;

/** A fault: the user's to mend. */
export function fault(code: DiagnosticCode, span: Span, message: Message, extras: DiagnosticExtras = {}): Diagnostic {
  return { code, severity: 'error', span, message, related: [], ...extras };
}

/** A warning: the letter is written all the same. */
export function warning(code: DiagnosticCode, span: Span, message: Message, extras: DiagnosticExtras = {}): Diagnostic {
  return { ...fault(code, span, message, extras), severity: 'warning' };
}

/** Does it stop the letter or the run? For diagnostics, and for the records that are made of them. */
export function isFault({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'error';
}

/** Reading order: by file, line, column, then code. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.span.file, b.span.file) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      compareText(a.code, b.code),
  );
}

/** Equal for diagnostics that say the same of the same place. */
export function identityOf({ code, span, message }: Diagnostic): string {
  return JSON.stringify([code, span, message]);
}

/** The same fault of a shared text is met in every letter that has it; once said is enough. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = identityOf(diagnostic);
    if (!distinct.has(key)) distinct.set(key, diagnostic);
  }
  return [...distinct.values()];
}
