import type * as v from 'valibot';
import { splitPattern } from '../languages/pattern.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, dataAt } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { leftoverDiagnostic } from '../model/leftover-diagnostic.ts';
import { findLeftoversInValue } from '../model/leftovers.ts';
import { createMeantTest, type IsMeant } from '../model/meant.ts';
import { type FreeText, findFreeTexts } from './free-texts.ts';
import { type ValidatedData, echoOf } from './echo.ts';
import { fieldsSchema } from './validate-fields.ts';
import { formsSchema } from './validate-forms.ts';
import { languageFileSchema } from './language-schema.ts';
import { letterSchema } from './letter-schema.ts';
import { groupsSchema, statesSchema } from './validate-register.ts';
import { powersSchema } from './validate-powers.ts';
import { sourcesSchema } from './validate-sources.ts';

/**
 * Returns the phrases that `letter.yaml` declares to be meant, although they look like leftovers. The rest of the file
 * need not be valid.
 */
export function meantPhrases(letter: Data): readonly string[] {
  const meant = dataAt(letter, ['meant']);
  const items = meant?.kind === 'list' ? meant.items : [];
  return items.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item.text] : []));
}

/** The keys of `letter.yaml` whose texts are not searched here. */
const NOT_SEARCHED: ReadonlySet<DataPath[number] | undefined> = new Set(['meant', 'reference']);

/** Whether letters print a text of `letter.yaml`, and it is no template. The paths of enclosures are not printed. */
function isPrintedText(path: DataPath): boolean {
  if (NOT_SEARCHED.has(path[0]) || path.at(-1) === 'because') return false;
  return path[0] !== 'enclosures' || path[2] !== 'file';
}

/**
 * Returns a diagnostic for each leftover (`model/leftovers.ts`) in the files that the letters of a campaign share. The
 * forms of address and the reference are templates, whose words are searched when they are parsed.
 */
export function campaignLeftovers(data: CampaignData): readonly Diagnostic[] {
  const isMeant = createMeantTest(meantPhrases(data.letter));
  const find = (schema: v.GenericSchema, file: Data, isSearched: (text: FreeText) => boolean): readonly Diagnostic[] =>
    leftoversIn(findFreeTexts(schema, file).filter(isSearched), isMeant, 'campaign');
  // What `meaning` says of a group, a role, a fact, a field or a power, and `because` of a wording that needs none, is for
  // those who write the campaign. No letter prints it.
  return [
    ...find(letterSchema, data.letter, ({ path }) => isPrintedText(path)),
    ...find(sourcesSchema, data.sources, () => true),
    ...find(statesSchema, data.states, () => true),
    ...find(groupsSchema, data.groups, ({ path }) => path[2] !== 'meaning'),
    ...find(powersSchema, data.powers, ({ path }) => path[1] !== 'meaning'),
    ...(data.fields === undefined ? [] : find(fieldsSchema, data.fields, ({ path }) => path[1] !== 'meaning')),
    ...Object.values(data.languages).flatMap((file) =>
      leftoversIn(findFreeTexts(languageFileSchema, file).flatMap(wordsOfPattern), isMeant, 'campaign'),
    ),
    ...Object.values(data.forms).flatMap((file) => find(formsSchema, file, ({ path }) => path.at(-1) === 'source')),
  ];
}

/**
 * Returns the words between the places of a pattern. A place in braces would look like a field that was not filled in,
 * and a comma between two places would look like one with a word missing before it.
 */
function wordsOfPattern({ path, scalar }: FreeText): readonly FreeText[] {
  if (!scalar.text.includes('{')) return [{ path, scalar }];
  return splitPattern(scalar.text)
    .filter((part, index) => index % 2 === 0 && /\p{L}/u.test(part))
    .map((part) => ({ path, scalar: { ...scalar, text: part.trim() } }));
}

/** Returns a diagnostic for each leftover in texts, except what is meant. */
export function leftoversIn(
  texts: readonly FreeText[],
  isMeant: IsMeant,
  origin: ValidatedData['origin'],
): readonly Diagnostic[] {
  return texts.flatMap(({ scalar: { text, span } }) =>
    findLeftoversInValue(text)
      .filter(({ index, words }) => !isMeant(text, index, words.length))
      .map((leftover) => {
        const code = leftover.kind === 'spacing' ? 'data/white-space' : 'data/leftover';
        return leftoverDiagnostic(code, span, text, leftover, (words) => echoOf(origin, words));
      }),
  );
}
