import type { Text } from './tree.ts';

/** The words with which a letter addresses a recipient. */
export interface AddressWords {
  /**
   * The first lines of the inside address: one line, and after it the title of the office if the plain form names a
   * person; none if nothing is known of the addressee.
   */
  readonly envelope: readonly Text[];
  readonly salutation: Text;
  /** The phrase used in running text: "Your Excellency". Undefined if the language has no form for the recipient. */
  readonly inText: Text | undefined;
  /** The complimentary close. */
  readonly close: Text;
}
