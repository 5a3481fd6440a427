import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { hintOfNames } from './hint-of-names.ts';
import { statementsWithin, type CitationStatement, type Statement } from './template.ts';
import { isBody, partialNameOf, type TemplatesByKey } from './text-keys.ts';

/**
 * Validates the references of a language's templates to the campaign: that passages and sources exist, that passages
 * and demands are in a body, and that no source is dated later than the letter.
 */
export function validateReferences(campaign: Campaign, templates: TemplatesByKey): readonly Diagnostic[] {
  return [...templates].flatMap(([key, template]) =>
    [...statementsWithin(template.statements)].flatMap((statement) => validateStatement(campaign, key, statement)),
  );
}

function validateStatement(campaign: Campaign, key: string, statement: Statement): readonly Diagnostic[] {
  switch (statement.kind) {
    case 'passage': {
      if (!mayHoldParts(key)) return [misplacedReference(statement)];
      const { passages } = campaign.letter;
      if (passages.has(statement.id)) return [];
      const hint = say`Passages are named in letter.yaml.`;
      const nameHint = passages.size === 0 ? hint : hintOfNames(statement.id, [...passages.keys()]);
      return [
        fault('template/unknown-passage', statement.span, say`there is no passage ${statement.id}`, { hint: nameHint }),
      ];
    }
    case 'demands':
      return mayHoldParts(key) ? [] : [misplacedReference(statement)];
    case 'citation':
      return validateCitation(campaign, statement);
    default:
      return [];
  }
}

function validateCitation(campaign: Campaign, { source: key, span }: CitationStatement): readonly Diagnostic[] {
  const source = campaign.sources.get(key);
  if (source === undefined) {
    const hint = [...hintOfNames(key, [...campaign.sources.keys()]), ...say` Sources are declared in sources.yaml.`];
    return [fault('template/unknown-source', span, say`there is no source ${key}`, { hint })];
  }
  if (source.date === undefined || source.date <= campaign.letter.date) return [];
  const related = [{ span: source.span, message: say`its entry` }];
  const hint = say`A letter cannot rest on what did not exist.`;
  const message = say`${key} is dated ${source.date}, after the letter (${campaign.letter.date})`;
  return [fault('source/later-than-letter', span, message, { hint, related })];
}

/** Whether a template can have passages and the demands: a body, or a partial, which a body may include. */
function mayHoldParts(key: string): boolean {
  return isBody(key) || partialNameOf(key) !== undefined;
}

function misplacedReference({ kind, span }: Statement & { readonly kind: 'passage' | 'demands' }): Diagnostic {
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return fault('template/unsupported', span, message, { hint: say`Move it into a file under ${'body/'}.` });
}
