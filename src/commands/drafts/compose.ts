import { conventionsOf } from '../../languages/languages.ts';
import type { MailDraft } from '../../mail/draft.ts';
import type { CoverText } from '../../merge/merge-cover.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { type MailAddresses, mailAddressesOf, mailboxText } from '../../model/mail-addresses.ts';
import { say } from '../../model/message.ts';
import { type Outcome, andThen, failure, success } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { type Block, type Paragraph, type Text, createTextNode, plainText } from '../../model/tree.ts';
import { composeLetter, makeCover } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import { type LetterPdf, attachmentsOf } from './attachments.ts';

/**
 * Composes the e-mail to a recipient: the cover text, or a sentence of the language in its place, between the salutation
 * and the close of the letter, and the letter with its enclosures. `rehearsal`: the address that stands in the place of all others.
 */
export async function draftFor(
  plan: Plan,
  selection: Selection,
  pdf: LetterPdf,
  rehearsal: string | undefined,
): Promise<Outcome<MailDraft>> {
  // Without a format that has pages, `composeLetter` merges the letter but does not typeset it.
  const composed = await composeLetter({ ...plan, job: { ...plan.job, formats: [] } }, selection);
  return andThen(composed, ({ letter }) =>
    andThen(makeCover(plan, selection), (cover) => {
      const text = cover ?? plainCover(plan, letter);
      if (text === undefined) return failure(noSentenceFault(selection));
      const addresses = mailAddressesOf(selection.recipient, letter.language);
      const subject = plainText(text.subject);
      const mail = {
        language: letter.language,
        direction: conventionsOf(letter.language, plan.campaign.locales).writingDirection,
        attachments: attachmentsOf(selection, letter, pdf),
      };
      const blocks = withSalutation(letter, text.blocks);
      return success(
        rehearsal === undefined
          ? { ...mail, to: addresses.to, cc: addresses.cc, subject, blocks }
          : {
              ...mail,
              to: [{ name: undefined, address: rehearsal }],
              cc: [],
              subject: `[Rehearsal] ${subject}`,
              blocks: [...rehearsalBlocks(addresses), ...blocks],
            },
      );
    }),
  );
}

/** Returns the subject of the letter and the sentence of its language; undefined if the language has none. */
function plainCover({ campaign }: Plan, { subject, date, language }: Letter): CoverText | undefined {
  const sentence = conventionsOf(language, campaign.locales).attachedLetter?.(date);
  return sentence === undefined ? undefined : { subject, blocks: [textParagraph(createTextNode(sentence))] };
}

function noSentenceFault({ language, letter }: Selection): Diagnostic {
  const message = say`there are no words for an e-mail in ${language}`;
  const hint = say`add ${`cover: [{ use: mail }]`} with its text in ${`${language}/cover/mail.md`}, or ${'attached-letter'} in ${`languages/${language}.yaml`}`;
  return fault('data/missing-key', letter.span, message, { hint });
}

/** Puts the words of an e-mail between the salutation and the close of the letter, with the names of the senders. */
function withSalutation({ salutation, close, letterhead }: Letter, blocks: readonly Block[]): readonly Block[] {
  const senders = letterhead.flatMap((name, index) => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    typeof name === 'string' ? createTextNode(name) : name,
  ]);
  return [
    textParagraph(salutation),
    ...blocks,
    textParagraph(close),
    ...(senders.length === 0 ? [] : [{ type: 'paragraph' as const, children: senders }]),
  ];
}

/** Says for whom the draft would be: in its text, as no field of a rehearsal has the address of anyone else. */
function rehearsalBlocks({ to, cc, namedOnly }: MailAddresses): readonly Block[] {
  const lines = [
    'This is a rehearsal. The draft would have these addresses:',
    `To: ${to.length === 0 ? 'none' : to.map(mailboxText).join(', ')}`,
    ...(cc.length === 0 ? [] : [`Cc: ${cc.map(mailboxText).join(', ')}`]),
    ...(namedOnly.length === 0 ? [] : [`Copies without an e-mail address: ${namedOnly.join(', ')}`]),
  ];
  const children = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    { ...createTextNode(line), language: 'en' },
  ]);
  return [{ type: 'paragraph', children }, { type: 'thematicBreak' }];
}

function textParagraph(text: Text): Paragraph {
  return { type: 'paragraph', children: [text] };
}
