import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { blocksText } from '../formats/text/text-blocks.ts';
import type { Mailbox } from '../model/mail-addresses.ts';
import type { MailAttachment, MailDraft } from './draft.ts';
import { blocksAsHtml } from './html-text.ts';

/**
 * Composes a draft as an Internet message (RFC 5322) with lines that end in CRLF. The same draft has the same bytes:
 * there is no Date and no Message-ID, which the program that sends it adds, and the boundary is a hash of the content.
 * There is no From either: the program puts in that of the account. `X-Unsent: 1` says that it is a draft.
 */
export async function composeDraft(draft: MailDraft): Promise<Buffer> {
  const { to, cc, subject, blocks, attachments } = draft;
  const text = `${blocksText(blocks)}\n`;
  const html = blocksAsHtml(draft);
  const message = new MailComposer({
    to: to.map(toAddress),
    cc: cc.map(toAddress),
    headers: { 'X-Unsent': '1' },
    text,
    html,
    attachments: attachments.map(({ bytes }) => ({
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment' as const,
    })),
    baseBoundary: boundaryOf(draft, text, html),
    newline: 'windows',
    // A value of a profile that looks like a path or an address is text, and opens nothing.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  message.setHeader('Subject', { ...prepared(encodeSubject(subject)), foldLines: true });
  attachments.forEach((attachment, index) => {
    // The text and its HTML alternative are one part before the attachments.
    const part = message.childNodes[index + 1];
    if (part === undefined) throw new Error('nodemailer made no part of an attachment');
    part.setHeader(
      'Content-Type',
      prepared([attachment.mediaType, `name="${attachment.asciiName}"`].join(NEXT_PARAMETER)),
    );
    part.setHeader('Content-Disposition', prepared(dispositionOf(attachment).join(NEXT_PARAMETER)));
  });
  return withoutRandomFields(await message.build());
}

/** The separator of parameters. Lines are folded there alone, because some programs keep a fold within a file name. */
const NEXT_PARAMETER = ';\r\n ';

/** A value of a field that nodemailer writes as it is. It must be in ASCII. */
function prepared(value: string): { readonly prepared: true; readonly value: string } {
  return { prepared: true, value };
}

/**
 * Returns an address as nodemailer takes it. A name is left out that programs would decode as encoded words (RFC 2047),
 * as quotation marks do not keep all of them from it, or that has a word too long for a line (RFC 5322, 2.1.1).
 */
function toAddress({ name = '', address }: Mailbox): { name: string; address: string } {
  const isReadable = !name.includes('=?') && !/\S{200}/u.test(name);
  return { name: isReadable ? oneLine(name) : '', address };
}

/**
 * Encodes a subject as words of at most 52 characters (RFC 2047), unless it is plain ASCII that may be folded at its
 * spaces and that no program takes for encoded words.
 */
function encodeSubject(subject: string): string {
  const line = oneLine(subject);
  const isPlain = /^[\x21-\x7E]{1,60}(?: [\x21-\x7E]{1,60})*$/u.test(line) && !line.includes('=?');
  return isPlain || line === '' ? line : encodeWord(line, 'B', 52);
}

/** Every character that ends a line for some program, and each control code, becomes a space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/**
 * Returns how a file is attached, with its name as it is (RFC 2231, section 4). A name that is not in ASCII stands there
 * alone, as the same parameter in two forms is one too many for some programs; those that cannot read it take the name
 * in ASCII of the content type.
 */
function dispositionOf({ name, asciiName }: MailAttachment): readonly string[] {
  if (name === asciiName) return ['attachment', `filename="${name}"`];
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return ['attachment', `filename*=UTF-8''${encoded}`];
}

/** Returns the changing part of the boundary: a hash of all that the message says, so that no content can contain it. */
function boundaryOf({ to, cc, subject, attachments }: MailDraft, text: string, html: string): string {
  const hash = createHash('sha256').update(JSON.stringify([to, cc, subject, text, html]));
  for (const attachment of attachments) hash.update(attachment.name).update(attachment.hash);
  return hash.digest('hex').slice(0, 32);
}

/** Cuts the fields out of the header block that nodemailer adds of itself and that differ each time. */
function withoutRandomFields(message: Buffer): Buffer {
  const end = message.indexOf('\r\n\r\n');
  const header = message.subarray(0, end).toString('utf8');
  const kept = header.split(/\r\n(?![ \t])/u).filter((field) => !/^(?:date|message-id):/iu.test(field));
  return Buffer.concat([Buffer.from(kept.join('\r\n')), message.subarray(end)]);
}
