/** The public API. What is not exported here may change without notice. */
export type { Artifact, Format } from './model/artifact.ts';
export type { Data } from './model/data.ts';
export type { Diagnostic, DiagnosticCode, RelatedPlace, Severity } from './model/diagnostic.ts';
export type { Explanation } from './model/explanation.ts';
export type { ListedRecipient } from './model/listing.ts';
export { type Message, plainMessage } from './model/message.ts';
export type { Outcome } from './model/outcome.ts';
export type { Selection, Target } from './model/selection.ts';
export type { Span } from './model/span.ts';
export { explain } from './office/explain.ts';
export { listRecipient } from './office/list.ts';
export { type Job, type Plan, loadProfiles, makeLetter, prepare, targetsOf } from './pipeline.ts';
export { EVERYBODY, type Filter } from './run/filter.ts';
export { type LetterResult, generate } from './run/generate.ts';
export { listLetters } from './run/list-letters.ts';
export { type Run, type RunOptions, closeRun, openRun } from './run/open-run.ts';
export type { Entry, OutputFolder, Reading, World, Written } from './world.ts';
