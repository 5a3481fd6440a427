import { type Language, inLanguage } from './language.ts';
import type { Recipient } from './recipient.ts';

/** A mailbox (RFC 5322, 3.4): an e-mail address, and the name that stands before it, if there is one. */
export interface Mailbox {
  readonly name: string | undefined;
  readonly address: string;
}

/** Formats a mailbox for a person. */
export function mailboxText({ name, address }: Mailbox): string {
  return name === undefined ? address : `${name} <${address}>`;
}

/** The addresses of the e-mail to a recipient. */
export interface MailAddresses {
  /** None if the recipient is written to by post. */
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** The names of those who get a copy and have no e-mail address. */
  readonly namedOnly: readonly string[];
}

/** Whether a recipient has an address to which an e-mail can be sent. One that only gets copies does not count. */
export function hasMailAddress({ channels }: Pick<Recipient, 'channels'>): boolean {
  return channels.some(({ use }) => use === 'to');
}

/**
 * Returns the addresses of the e-mail to a recipient, with names in a language. The addresses of the recipient have no
 * names: a profile does not say whether one is that of the holder or of a secretariat. Each address is there once.
 */
export function mailAddressesOf({ channels, copies }: Recipient, language: Language): MailAddresses {
  const seen = new Set<string>();
  const once = ({ address }: Mailbox): boolean => {
    const isNew = !seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return isNew;
  };
  const ofUse = (use: 'to' | 'cc'): readonly Mailbox[] =>
    channels.filter((channel) => channel.use === use).map(({ email }) => ({ name: undefined, address: email }));
  const ofCopies = copies.map(({ name, email }) => ({ name: inLanguage(name, language), address: email }));
  return {
    to: ofUse('to').filter(once),
    cc: [...ofUse('cc'), ...ofCopies.filter((copy): copy is Mailbox => copy.address !== undefined)].filter(once),
    namedOnly: ofCopies.flatMap(({ name, address }) => (address === undefined ? [name ?? ''] : [])),
  };
}
