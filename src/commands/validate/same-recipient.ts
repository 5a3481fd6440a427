import type { Addressing } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';

/** The first profile of a recipient. */
interface FirstProfile {
  readonly id: string;
  readonly span: Span;
}

/** An index of recipients. */
interface SameRecipientIndex {
  /** Returns the first profile of the same recipient. If there is none, adds this one. */
  readonly findOrAdd: (addressing: Addressing) => FirstProfile | undefined;
}

/**
 * Creates an index of recipients. Two recipients are the same if their letters have the same language, and they the same
 * State, title, fields and address (or e-mail addresses, if no letter is posted), unless each names a holder of its
 * own: the members of a council have one title and one address.
 */
export function createSameRecipientIndex(): SameRecipientIndex {
  const firstOfOffice = new Map<string, FirstProfile>();
  const firstUnnamed = new Map<string, FirstProfile>();
  const firstOfHolder = new Map<string, FirstProfile>();
  return {
    findOrAdd: ({ recipient, language }) => {
      const { id, span, state, office, holder, address, channels, fields } = recipient;
      if (office === undefined && holder === undefined) return undefined;
      const place = address ?? channels.map(({ email }) => email);
      const key = JSON.stringify([language, state, office?.title, place, ...fields]);
      const holderKey = JSON.stringify([key, holder?.name]);
      const first =
        holder === undefined ? firstOfOffice.get(key) : (firstOfHolder.get(holderKey) ?? firstUnnamed.get(key));
      const profile = { id, span };
      if (!firstOfOffice.has(key)) firstOfOffice.set(key, profile);
      if (holder === undefined && !firstUnnamed.has(key)) firstUnnamed.set(key, profile);
      if (holder !== undefined && !firstOfHolder.has(holderKey)) firstOfHolder.set(holderKey, profile);
      return first;
    },
  };
}
