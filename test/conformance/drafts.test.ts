import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { composeDraft } from '../../src/mail/compose-draft.ts';
import type { MailAttachment, MailDraft } from '../../src/mail/draft.ts';
import { mboxEntry } from '../../src/mail/mbox.ts';
import { createTextNode } from '../../src/model/tree.ts';
import { outputOf } from './tools.ts';

const PDF = new Uint8Array(Array.from({ length: 9000 }, (_, index) => (index * 104_729) % 256));

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function anAttachment(name: string, asciiName: string, mediaType: string, bytes: Uint8Array): MailAttachment {
  return { name, asciiName, mediaType, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

const DRAFT: MailDraft = {
  to: [
    { name: undefined, address: 'ana@example.org' },
    { name: 'Müller, Søn & "Co"', address: 'mueller@example.org' },
  ],
  cc: [{ name: 'وزارة الخارجية، المكتب الأول', address: 'a.b+c@sub.example.org' }],
  subject: '“The bridge” – اتفاقية and more words than fit on one line of a header block',
  language: 'en',
  direction: 'ltr',
  blocks: [{ type: 'paragraph', children: [createTextNode('From here, “quoted” & <plain>: سلام.')] }],
  attachments: [
    anAttachment('2025 – Ångström.pdf', '2025 - Angstrom.pdf', 'application/pdf', PDF),
    anAttachment('مسح.xlsx', 'enclosure 1.xlsx', WORKBOOK, PDF.subarray(0, 57)),
    anAttachment('From here.txt', 'From here.txt', 'text/plain', Buffer.from('From here\r\n\nFrom there\r.\n')),
    anAttachment(`${'n'.repeat(96)}.csv`, `${'n'.repeat(96)}.csv`, 'text/csv', Buffer.from('a;é\n')),
    anAttachment('notes', 'notes', 'application/octet-stream', new Uint8Array()),
  ],
};

/** Prints what the e-mail package of Python finds in the messages of an mbox file, and which defects. */
const SCRIPT = `
import email, email.policy, hashlib, json, mailbox, sys
for entry in mailbox.mbox(sys.argv[1], factory=None, create=False):
    mail = email.message_from_bytes(entry.as_bytes(), policy=email.policy.default)
    addresses = lambda field: [[a.display_name, a.addr_spec] for a in mail[field].addresses]
    files = [[part.get_filename(), part.get_content_type(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()] for part in mail.iter_attachments()]
    defects = [str(d) for part in mail.walk() for d in [*part.defects, *(d for value in part.values() for d in value.defects)]]
    print(json.dumps([addresses('to'), addresses('cc'), mail['subject'], mail.get_body(('plain',)).get_content(), files, defects, mail.get_unixfrom()]))
`;

test('Python reads the addresses, the words and the files of drafts in an mbox file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-drafts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'appeal.mbox');
  const message = await composeDraft(DRAFT);
  writeFileSync(file, Buffer.concat([mboxEntry(message, '2025-12-01'), mboxEntry(message, '2025-12-01')]));
  const lines = (await outputOf('python3', ['-c', SCRIPT, file])).trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    // Some versions of Python keep the space between two encoded words of a name (RFC 2047, 6.2).
    const [to, cc, subject, words, files, defects] = JSON.parse(line.replaceAll(/ {2,}/g, ' ')) as readonly unknown[];
    expect([to, cc]).toEqual([
      DRAFT.to.map(({ name, address }) => [name ?? '', address]),
      DRAFT.cc.map(({ name, address }) => [name ?? '', address]),
    ]);
    expect(subject).toBe(DRAFT.subject);
    expect(words).toContain('From here, “quoted” & <plain>: سلام.');
    expect(files).toEqual(DRAFT.attachments.map(({ name, mediaType, hash }) => [name, mediaType, hash]));
    expect(defects).toEqual([]);
  }
});
