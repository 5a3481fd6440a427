import type { Direction } from '../model/direction.ts';
import type { Language } from '../model/language.ts';
import type { Mailbox } from '../model/mail-addresses.ts';
import type { Block } from '../model/tree.ts';

/** A file that is attached to an e-mail. */
export interface MailAttachment {
  /** The name under which the file is saved. */
  readonly name: string;
  /** The same in ASCII, for programs that read no other. */
  readonly asciiName: string;
  /** The media type (RFC 2046): `application/pdf`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The SHA-256 hash of the bytes, in hexadecimal. */
  readonly hash: string;
}

/** An e-mail that is composed and not sent. */
export interface MailDraft {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly language: Language;
  readonly direction: Direction;
  /** What is written in the e-mail itself. */
  readonly blocks: readonly Block[];
  readonly attachments: readonly MailAttachment[];
}
