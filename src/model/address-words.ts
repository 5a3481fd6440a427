import type { Text } from './tree.ts';

/** The words with which a letter addresses a recipient. */
export interface AddressWords {
  /**
   * The first lines of the inside address: the name and the office of the addressee, on one line or on several; none if
   * nothing is known of the addressee.
   */
  readonly envelope: readonly Text[];
  readonly salutation: Text;
  /** The phrase used in running text: "Your Excellency". Undefined if the language has no form for the recipient. */
  readonly inText: Text | undefined;
  /** The complimentary close. */
  readonly close: Text;
}
