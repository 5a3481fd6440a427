import { expect, test } from 'vitest';
import { createDraftFiles } from '../../../src/commands/drafts/draft-files.ts';
import type { MailDraft } from '../../../src/mail/draft.ts';
import type { Selection } from '../../../src/model/selection.ts';
import { createTextNode } from '../../../src/model/tree.ts';
import { inFull } from '../../support/outcomes.ts';

const DRAFT: MailDraft = {
  to: [{ name: undefined, address: 'ana@example.org' }],
  cc: [],
  subject: 'The bridge',
  language: 'en',
  direction: 'ltr',
  blocks: [{ type: 'paragraph', children: [createTextNode('Attached is our letter.')] }],
  attachments: [],
};

test('an mbox file that would be too large is refused as a whole', async () => {
  const options = { form: 'mbox', force: false, folderName: 'drafts', maxMboxBytes: 2000 } as const;
  const files = createDraftFiles({ id: 'appeal', date: '2025-12-01' }, undefined, options);
  const selection = { recipient: { id: 'ana' }, language: 'en' } as Selection;
  await files.add(selection, DRAFT);
  await files.add(selection, { ...DRAFT, subject: 'The bridge '.repeat(200) });
  await files.add(selection, DRAFT);
  await files.finish();
  expect(files.saved).toEqual([]);
  // An earlier file of that name is not removed, as by any other refusal.
  expect([...files.names]).toEqual(['appeal.mbox']);
  expect(files.faults.map(inFull).join('\n')).toMatch(/drafts\/appeal\/appeal\.mbox[^]*--to eml/u);
});
