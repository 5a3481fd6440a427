import type { SourcedWord } from '../model/locale-data.ts';

/** The words that letters print of themselves: for each key of locale data, what it is called in notes and documents. */
export const SOURCED_WORDS: Readonly<Record<SourcedWord, string>> = {
  pageOf: 'page numbers',
  enclosures: 'enclosures',
  copies: 'copies',
  writtenIn: 'languages of enclosures',
  labels: 'references',
  onBehalfOf: 'signatures for others',
  andOthers: 'numbers of further signatories',
  noteAbove: 'notes',
  demandNumbers: 'numbers of demands',
  notice: 'notices of drafts',
  translation: 'notices of translations',
  unsignedAuthor: 'authors of drafts',
};

/** The keys of `SOURCED_WORDS`, in its order. */
export const SOURCED_KEYS = Object.keys(SOURCED_WORDS) as readonly SourcedWord[];
