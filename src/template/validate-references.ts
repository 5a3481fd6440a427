import type { Campaign } from '../model/campaign.ts';
import { sourceDeclarationHint } from '../model/declaration-hint.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { unknownNameHint } from './unknown-name-hint.ts';
import {
  statementsWithin,
  type CitationStatement,
  type PassageStatement,
  type Statement,
  type ValuePath,
} from './template.ts';
import { isBody, partialNameOf, type TemplatesByKey } from './text-keys.ts';

/**
 * Validates the references from a language's templates to the campaign: that passages and sources exist, that passages
 * and the demands are in a body, and that no source is dated later than the letter.
 */
export function validateReferences(campaign: Campaign, templates: TemplatesByKey): readonly Diagnostic[] {
  return [...templates].flatMap(([key, template]) =>
    [...statementsWithin(template.statements)].flatMap((statement) => validateStatement(campaign, key, statement)),
  );
}

function validateStatement(campaign: Campaign, key: string, statement: Statement): readonly Diagnostic[] {
  switch (statement.kind) {
    case 'passage': {
      if (!mayContainParts(key)) return [misplacedReferenceFault(statement)];
      const { passages } = campaign.letter;
      if (statement.id === campaign.letter.postScriptum) return [placedPostScriptumFault(statement)];
      if (passages.has(statement.id)) return [];
      const noNamesHint = say`Passages are named in letter.yaml.`;
      const hint = passages.size === 0 ? noNamesHint : unknownNameHint(statement.id, [...passages.keys()]);
      return [fault('template/unknown-passage', statement.span, say`there is no passage ${statement.id}`, { hint })];
    }
    case 'demands':
      return mayContainParts(key) ? [] : [misplacedReferenceFault(statement)];
    case 'repetition':
      return validateList(campaign, statement.path);
    case 'inclusion':
      return statement.args.flatMap(({ value }) => (typeof value === 'string' ? [] : validateList(campaign, value)));
    case 'value':
    case 'plural':
      return validateList(campaign, statement.path);
    case 'citation':
      return validateCitation(campaign, statement);
    default:
      return [];
  }
}

/**
 * Refuses the list of signatories, and their number, if they differ by recipient, because texts are the same for all
 * recipients.
 */
function validateList({ letter }: Campaign, { name, span }: ValuePath): readonly Diagnostic[] {
  if (
    (name !== 'signatories' && name !== 'signatories.count') ||
    letter.signatories.every((signatory) => signatory.for.kind === 'everyone')
  )
    return [];
  const message = say`the signatories are not the same for all recipients, and a text can neither list nor count them then`;
  const hint = say`Name them in passages that have the same ${'for:'} as the signatories.`;
  return [fault('template/unsupported', span, message, { hint })];
}

function placedPostScriptumFault({ id, span }: PassageStatement): Diagnostic {
  const message = say`the passage ${id} is the post-scriptum, which comes after the signatures`;
  const hint = say`Remove it here, or take ${'post-scriptum'} out of letter.yaml.`;
  return fault('text/passage-twice', span, message, { hint });
}

function validateCitation(campaign: Campaign, { source: key, span }: CitationStatement): readonly Diagnostic[] {
  const source = campaign.sources.get(key);
  if (source === undefined) {
    const declared = [...campaign.sources.keys()];
    const declareHint = sourceDeclarationHint(campaign.letter.id, key);
    const hint = declared.length === 0 ? declareHint : say`${unknownNameHint(key, declared)} Or ${declareHint}`;
    return [fault('template/unknown-source', span, say`there is no source ${key}`, { hint })];
  }
  if (source.date === undefined || source.date <= campaign.letter.date) return [];
  const related = [{ span: source.span, message: say`its entry` }];
  const hint = say`A letter cannot cite a document that did not exist on its date.`;
  const message = say`${key} is dated ${source.date}, after the letter (${campaign.letter.date})`;
  return [fault('source/later-than-letter', span, message, { hint, related })];
}

/** Whether a template may contain passages and the demands: it is a body, or a partial, which a body can include. */
function mayContainParts(key: string): boolean {
  return isBody(key) || partialNameOf(key) !== undefined;
}

function misplacedReferenceFault({ kind, span }: Statement & { readonly kind: 'passage' | 'demands' }): Diagnostic {
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return fault('template/unsupported', span, message, { hint: say`Move it into a file under ${'body/'}.` });
}
