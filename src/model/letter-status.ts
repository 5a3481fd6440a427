/** The status of a letter. A letter that is not final has a notice of its status on every page. */
export type LetterStatus = 'specimen' | 'draft' | 'final';
