import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeDraft } from '../../../src/mail/compose-draft.ts';
import type { MailDraft } from '../../../src/mail/draft.ts';
import { mboxEntry } from '../../../src/mail/mbox.ts';
import { createTextNode } from '../../../src/model/tree.ts';

const PDF = new Uint8Array(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));

const PDF_FILE = { mediaType: 'application/pdf', bytes: PDF, hash: createHash('sha256').update(PDF).digest('hex') };

function aDraft(changes: Partial<MailDraft> = {}): MailDraft {
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
function fieldNames(message: Buffer): readonly string[] {
  const [header = ''] = message.toString('utf8').split('\r\n\r\n');
  return header.split(/\r\n(?![ \t])/).map((field) => field.split(':')[0] ?? '');
}

const FIELDS = ['X-Unsent', 'To', 'Subject', 'MIME-Version', 'Content-Type'];

test('a draft has neither From, Date nor Message-ID, and says that it is not sent', async () => {
  const message = await composeDraft(aDraft());
  expect(fieldNames(message)).toEqual(FIELDS);
  expect(message.toString()).toMatch(/^X-Unsent: 1\r\n/);
});

test('the same draft has the same bytes, and another has another boundary', async () => {
  const boundaryIn = (message: Buffer): string | undefined => /boundary="([^"]+)"/.exec(message.toString())?.[1];
  const [first, second, other] = await Promise.all(
    [aDraft(), aDraft(), aDraft({ subject: 'The mill' })].map(composeDraft),
  );
  expect(first).toEqual(second);
  expect(boundaryIn(other ?? Buffer.of())).not.toBe(boundaryIn(first ?? Buffer.of()));
});

test('a reader finds the addresses, the words and the files', async () => {
  const subject = '“The bridge”, اتفاقية, 日本 and much more that does not fit on one line of a header block';
  const draft = aDraft({
    to: [
      { name: undefined, address: 'ana@example.org' },
      { name: 'Müller, Søn & "Co" \\ (x)', address: 'mueller@example.org' },
      { name: 'وزارة الخارجية والتعاون الدولي في جمهورية', address: 'a.b+c@sub.example.org' },
    ],
    cc: [{ name: 'The Council, Upper Town', address: 'council@example.org' }],
    subject,
    blocks: [
      { type: 'paragraph', children: [createTextNode('From here, “quoted” and <b>plain</b> & سلام.')] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [createTextNode('one')] }] }],
      },
    ],
    attachments: [{ name: '2025 – Ångström.pdf', asciiName: '2025 - Angstrom.pdf', ...PDF_FILE }],
  });
  const message = await composeDraft(draft);
  const mail = await PostalMime.parse(message);
  expect(mail.to?.map(({ name, address }) => [name, address])).toEqual(
    draft.to.map(({ name, address }) => [name ?? '', address]),
  );
  expect(mail.cc?.map(({ name, address }) => [name, address])).toEqual([
    ['The Council, Upper Town', 'council@example.org'],
  ]);
  expect(mail.subject).toBe(subject);
  expect(mail.html).toContain('<body>\n<div lang="en" dir="ltr">\n<p>');
  expect(mail.text).toContain('From here, “quoted” and <b>plain</b> & سلام.\n\n3. one');
  expect(mail.html).toContain(
    '<p>From here, “quoted” and &lt;b&gt;plain&lt;/b&gt; &amp; سلام.</p>\n<ol start="3">\n<li>one</li>',
  );
  expect(message.toString()).toContain('name="2025 - Angstrom.pdf"\r\n');
  expect(message.toString()).toContain(
    "Content-Disposition: attachment;\r\n filename*=UTF-8''2025%20%E2%80%93%20%C3%85ngstr%C3%B6m.pdf\r\n",
  );
  const [file] = mail.attachments;
  expect([file?.filename, file?.mimeType, file?.disposition]).toEqual([
    '2025 – Ångström.pdf',
    'application/pdf',
    'attachment',
  ]);
  expect(
    createHash('sha256')
      .update(new Uint8Array(file?.content as ArrayBuffer))
      .digest('hex'),
  ).toBe(createHash('sha256').update(PDF).digest('hex'));
});

test('addresses in other scripts stay what they are', async () => {
  const addresses = ['jürgen@müller.example', 'info@müller.example', '"a,b"@example.org'];
  const message = await composeDraft(aDraft({ to: addresses.map((address) => ({ name: undefined, address })) }));
  const mail = await PostalMime.parse(message);
  expect(mail.to?.map(({ address }) => address)).toEqual([
    'jürgen@müller.example',
    'info@xn--mller-kva.example',
    expect.stringContaining('a,b'),
  ]);
  expect(mail.to).toHaveLength(3);
});

test('lines end in CRLF, and none is longer than 998 bytes', async () => {
  const long = 'word'.repeat(2000);
  const message = await composeDraft(
    aDraft({
      subject: long,
      cc: [{ name: long, address: 'a@example.org' }],
      blocks: [{ type: 'paragraph', children: [createTextNode(long)] }],
    }),
  );
  expect(message.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(
    Math.max(
      ...message
        .toString('latin1')
        .split('\r\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(998);
});

test('values that name a file or an address open nothing', async () => {
  const names = ['/etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x', 'data:text/plain,x', 'cid:x'];
  for (const name of names) {
    const message = await composeDraft(
      aDraft({
        subject: name,
        cc: [{ name, address: 'a@example.org' }],
        blocks: [
          {
            type: 'paragraph',
            children: [{ type: 'link', url: 'http://127.0.0.1:9/x', children: [createTextNode(name)] }],
          },
        ],
        attachments: [{ name, asciiName: 'x.pdf', ...PDF_FILE }],
      }),
    );
    const mail = await PostalMime.parse(message);
    expect([mail.subject, mail.attachments.length]).toEqual([name, 1]);
    expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(PDF);
  }
});

describe('hostile words', () => {
  const hostile = fc
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

  test('add no field and no address', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, subject) => {
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
      { numRuns: 1000 },
    );
  });
});

test('an mbox file has a separator without a clock, and quotes lines that look like one', () => {
  const message = Buffer.from('Subject: x\r\n\r\nFrom here\r\n>From there\r\n>>>From x\r\nfrom y\r\n');
  expect(mboxEntry(message, '2025-12-01').toString()).toBe(
    'From MAILER-DAEMON Mon Dec  1 00:00:00 2025\nSubject: x\n\n>From here\n>>From there\n>>>>From x\nfrom y\n\n',
  );
});
