import { expect, test } from 'vitest';
import { mergeCover } from '../../../src/merge/merge-cover.ts';
import { andThen } from '../../../src/model/outcome.ts';
import { plainText } from '../../../src/model/tree.ts';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import { aMerging, diagnosticLines, type MergingParts } from '../../support/a-merging.ts';
import { valueOf } from '../../support/outcomes.ts';

function mergedCover(text: string, parts: MergingParts = {}) {
  const { campaign, selection } = aMerging({ ...parts, texts: { 'cover/mail': text, ...parts.texts } });
  const rule = { ...selection.body.rule, use: 'mail' };
  const cover = { text: 'cover/mail', wording: 'mail', rule };
  const withCover = { ...campaign, letter: { ...campaign.letter, cover: [rule] } };
  return andThen(parseTemplates(withCover), (templates) =>
    mergeCover(withCover, templates, { ...selection, letter: withCover.letter, cover }),
  );
}

const linesOf = (text: string, parts?: MergingParts): readonly string[] => diagnosticLines(mergedCover(text, parts));

test('a cover text has a subject and values, as a body has', () => {
  const cover = valueOf(mergedCover('# Our letter of {{letter.date}}\n\nTo *{{recipient.title}}*.\n'));
  expect(plainText(cover?.subject ?? [])).toBe('Our letter of 1 December 2025');
  expect(cover?.blocks).toMatchObject([{ type: 'paragraph', children: [{ value: 'To ' }, { type: 'emphasis' }, {}] }]);
});

test.each([
  ['without a subject', 'Words.\n', 'text/no-subject', '1:1'],
  ['with a subject alone', '# Subject\n', 'text/empty-part', '1:1'],
  ['with the demands', '# Subject\n\nWords.\n\n{{demands}}\n', 'template/unsupported', '5:1'],
  ['with a passage', '# Subject\n\nWords.\n\n{{passage "thanks"}}\n', 'template/unsupported', '5:1'],
  ['with a note', '# Subject\n\nWords{{cite "statute"}}.\n', 'template/unsupported', '3:6'],
  ['with a misspelt name', '# Subject\n\nWords {{recipient.tilte}}.\n', 'template/unknown-path', '3:9'],
  ['with HTML', '# Subject\n\nWords <b>x</b>.\n', 'text/unsupported-markdown', '3:7'],
])('a cover text %s is a fault with its place', (_, text, code, place) => {
  expect(linesOf(text).join('\n')).toContain(`en/cover/mail.md:${place} ${code}`);
});

test('a note of a partial in a cover text is a fault too', () => {
  const texts = { 'partials/cited': 'Words{{cite "statute"}}.\n' };
  expect(linesOf('# Subject\n\n{{> cited}}\n', { texts }).join('\n')).toContain('template/unsupported');
});

test('a cover text with a salutation of its own is a warning, as the e-mail has one', () => {
  expect(linesOf('# Subject\n\nDear Sir,\n\nWords.\n').join('\n')).toContain('text/own-address');
});
