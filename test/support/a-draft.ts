import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { composeDraft } from '../../src/mail/compose-draft.ts';
import type { MailDraft } from '../../src/mail/draft.ts';
import { createTextNode } from '../../src/model/tree.ts';

/** Bytes that stand for a PDF. */
export const PDF = new Uint8Array(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));

/** A file of these bytes, as attachments have it. */
export const PDF_FILE = {
  mediaType: 'application/pdf',
  bytes: PDF,
  hash: createHash('sha256').update(PDF).digest('hex'),
};

/** Returns a draft to one recipient, with one attachment, with these changes. */
export function aDraft(changes: Partial<MailDraft> = {}): MailDraft {
  return {
    to: [{ name: undefined, address: 'ana@example.org' }],
    cc: [],
    subject: 'The bridge',
    language: 'en',
    direction: 'ltr',
    blocks: [{ type: 'paragraph', children: [createTextNode('Attached is our letter.')] }],
    attachments: [{ name: 'A letter.pdf', asciiName: 'A letter.pdf', ...PDF_FILE }],
    ...changes,
  };
}

/** Returns the names of the fields in the header block of a message, which ends at the first empty line. */
export function fieldNames(message: Buffer): readonly string[] {
  const [header = ''] = message.toString('utf8').split('\r\n\r\n');
  return header.split(/\r\n(?![ \t])/).map((field) => field.split(':')[0] ?? '');
}

/** Words of characters that have a meaning in the header block of a message. */
const HOSTILE_WORDS = fc
  .array(
    fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '\u0085',
      '\u2028',
      '\u2029',
      '\v',
      '\0',
      '=?',
      '?=',
      '=?utf-8?Q?=0D=0ABcc:_x?=',
      'Bcc: x@y.z',
      ',',
      ';',
      ':',
      '"',
      '\\',
      '<',
      '>',
      '(',
      ')',
      '@',
      '<x@y.z>',
      ' ',
      '\t',
      'é',
      'سلام',
      '\u{1F600}',
      '\uD800',
      'abc',
      'a'.repeat(100),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Expects that hostile words in names and subjects add no field and no address to a draft, in so many samples. */
export async function expectNoAddedFields(samples: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(HOSTILE_WORDS, HOSTILE_WORDS, async (name, subject) => {
      const message = await composeDraft(
        aDraft({ subject, cc: [{ name, address: 'c@example.org' }], attachments: [] }),
      );
      const names = fieldNames(message);
      expect(names.filter((field) => field !== 'Subject')).toEqual([
        'X-Unsent',
        'To',
        'Cc',
        'MIME-Version',
        'Content-Type',
      ]);
      const mail = await PostalMime.parse(message);
      expect(mail.to?.map(({ address }) => address)).toEqual(['ana@example.org']);
      expect(mail.cc?.map(({ address }) => address)).toEqual(['c@example.org']);
      expect([mail.bcc, mail.from]).toEqual([undefined, undefined]);
    }),
    { numRuns: samples },
  );
}
