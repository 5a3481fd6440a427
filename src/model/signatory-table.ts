/** The name of a table of signatories: a file beside `letter.yaml`. */
export const SIGNATORY_TABLE: RegExp = /^[^/\\]+\.(?:csv|tsv|xlsx|ndjson|jsonl)$/iu;
