import type { LetterSettings } from '../model/campaign.ts';
import { type Data, type DataPath, keySpanAt, spanAt } from '../model/data.ts';
import { sourceDeclarationHint } from '../model/declaration-hint.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { findSimilarNames } from '../model/name.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { didYouMeanHint, joinNames } from './hints.ts';

/**
 * Returns a fault for each entry of the list of demands of a body that is not a declared demand, or that repeats one. A
 * demand is one thing that the letter asks the recipient to do.
 */
export function listedDemandFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return letter.body.flatMap(({ demands }, ruleIndex) => {
    const path = ['body', ruleIndex, 'demands'];
    return [
      ...unknownEntryFaults(data.letter, path, demands, letter.demands.keys(), DEMANDS),
      ...repeatedEntryFaults(data.letter, path, demands),
    ];
  });
}

/**
 * Returns a fault for each demand in the `with` of a wording (the other demands that the wording also expresses) that
 * is not declared, that is listed twice, or that is the wording's own demand.
 */
export function carriedDemandFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return [...letter.demands.values()].flatMap(({ id, wordings }) =>
    wordings.flatMap((rule, index) => {
      const path = ['demands', id, 'wordings', index, 'with'];
      const ownIndex = rule.with.indexOf(id);
      return [
        ...unknownEntryFaults(data.letter, path, rule.with, letter.demands.keys(), DEMANDS),
        ...repeatedEntryFaults(data.letter, path, rule.with),
        ...(ownIndex === -1 ? [] : [selfCarryingFault(id, data.letter, [...path, ownIndex])]),
      ];
    }),
  );
}

/** Returns a fault for each enclosure and each source of a demand that `sources.yaml` does not declare. */
export function unknownSourceFaults(
  letter: LetterSettings,
  { data, knownNames }: CampaignParts,
): readonly Diagnostic[] {
  const kind = sourcesOf(letter.id);
  return [
    ...unknownEntryFaults(data.letter, ['enclosures'], letter.enclosures, knownNames.sources, kind),
    ...[...letter.demands.values()].flatMap(({ id, sources }) =>
      unknownEntryFaults(data.letter, ['demands', id, 'sources'], sources, knownNames.sources, kind),
    ),
  ];
}

function selfCarryingFault(id: string, letter: Data, path: DataPath): Diagnostic {
  const hint = say`with: names the other demands that a wording also carries; take ${id} out of it`;
  const message = say`a wording of the demand ${id} carries that demand itself`;
  return fault('letter/demand-twice', spanAt(letter, path), message, { hint });
}

/** What the names of a list refer to: the noun in messages, and the hint that says how to declare a name. */
interface ReferenceKind {
  readonly noun: string;
  readonly hintFor: (name: string) => Message;
}

const DEMANDS: ReferenceKind = {
  noun: 'demand',
  hintFor: (name) =>
    say`declare it in letter.yaml: ${`demands: { ${name}: { number: 1, sources: […], wordings: [{ use: … }] } }`}`,
};

function sourcesOf(letterId: string): ReferenceKind {
  return { noun: 'source', hintFor: (name) => sourceDeclarationHint(letterId, name) };
}

/** Returns a fault for each name in the list at `path` that is not among `declaredNames`. */
function unknownEntryFaults(
  letter: Data,
  path: DataPath,
  names: readonly string[],
  declaredNames: Iterable<string>,
  { noun, hintFor }: ReferenceKind,
): readonly Diagnostic[] {
  const declaredNameSet = new Set(declaredNames);
  return names.flatMap((name, index) => {
    if (declaredNameSet.has(name)) return [];
    const message = [...say`${name}`, ` is not a ${noun}`];
    const hint = didYouMeanHint(name, declaredNameSet, hintFor(name));
    return fault('letter/unknown-name', spanAt(letter, [...path, index]), message, { hint });
  });
}

/** Returns a fault for each demand that the list at `path` contains a second time. */
function repeatedEntryFaults(letter: Data, path: DataPath, demands: readonly string[]): readonly Diagnostic[] {
  return demands.flatMap((id, index) => {
    const firstIndex = demands.indexOf(id);
    if (firstIndex === index) return [];
    const message = say`the demand ${id} stands twice in one list`;
    return fault('letter/demand-twice', spanAt(letter, [...path, index]), message, {
      hint: say`keep one of the two`,
      related: [{ span: spanAt(letter, [...path, firstIndex]), message: say`it stands here first` }],
    });
  });
}

/**
 * Returns a fault if `needs` lists approvals for some status, but not for a final letter, which would then need none.
 */
export function missingFinalNeedsFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  if (Object.keys(letter.needs).length === 0 || letter.needs.final !== undefined) return [];
  const message = say`needs does not say which approvals a final letter needs`;
  const hint = say`add final: [legal], or final: [] if it needs none`;
  return [fault('data/missing-key', keySpanAt(data.letter, ['needs']), message, { hint })];
}

/** The maximum number of functions that a hint lists. */
const MAX_LISTED_FUNCTIONS = 12;

/**
 * Returns a fault for each unknown function in `needs`, which lists by status whose approval a letter needs. A function
 * is the capacity in which a person approves: `legal`, `translation`, `signatory` (all signatories), or `signatory:`
 * with the id of one.
 */
export function unknownApprovalFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const knownFunctions = [
    'legal',
    'translation',
    'signatory',
    ...letter.signatories.map(({ id }) => `signatory:${id}`),
  ];
  const listedFunctions =
    knownFunctions.length <= MAX_LISTED_FUNCTIONS
      ? knownFunctions
      : [...knownFunctions.slice(0, MAX_LISTED_FUNCTIONS - 1), 'those of the other signatories'];
  return Object.entries(letter.needs).flatMap(([status, functions]) =>
    functions.flatMap((name, index) => {
      if (knownFunctions.includes(name)) return [];
      const span = spanAt(data.letter, ['needs', status, index]);
      const hint = didYouMeanHint(name, knownFunctions, [...say`there is: `, ...joinNames(listedFunctions)]);
      return fault('letter/unknown-name', span, say`nobody approves texts as ${name}`, { hint });
    }),
  );
}

/** Returns a fault for each id of a signatory, number of a demand or key of an enclosure that occurs a second time. */
export function duplicateNameFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const signatories = letter.signatories.map(({ id }, index) => ({ name: id, path: ['signatories', index, 'id'] }));
  const demands = [...letter.demands.values()].map(({ id, number }) => ({
    name: String(number),
    path: ['demands', id, 'number'],
  }));
  const enclosures = letter.enclosures.map((name, index) => ({ name, path: ['enclosures', index] }));
  return [signatories, demands, enclosures].flatMap((namedEntries) => {
    const firstPaths = new Map<string, DataPath>();
    return namedEntries.flatMap(({ name, path }) => {
      const firstPath = firstPaths.get(name);
      if (firstPath === undefined) {
        firstPaths.set(name, path);
        return [];
      }
      return fault('letter/named-twice', spanAt(data.letter, path), say`${name} stands here a second time`, {
        hint: say`take it out, or give it another name or number`,
        related: [{ span: spanAt(data.letter, firstPath), message: say`it stands here first` }],
      });
    });
  });
}

/**
 * Returns a fault for each name of a text that differs from another only in what a file system may ignore, because both
 * would be the same file or folder there: demands, passages, and the wordings of each text.
 */
export function similarNameFaults(letter: LetterSettings): readonly Diagnostic[] {
  const demands = [...letter.demands.values()];
  const passages = [...letter.passages.values()];
  const wordingLists = [
    letter.body,
    letter.cover,
    ...demands.map(({ wordings }) => wordings),
    ...passages.map(({ wordings }) => wordings),
  ];
  const namedLists = [
    demands.map(({ id: name, span }) => ({ name, span })),
    passages.map(({ id: name, span }) => ({ name, span })),
    ...wordingLists.map((rules) => rules.map(({ use: name, span }) => ({ name, span }))),
  ];
  return namedLists.flatMap((entries) =>
    findSimilarNames(entries.map(({ name }) => name)).flatMap(([first, second]) => {
      const [firstEntry, secondEntry] = [first, second].map((name) => entries.find((entry) => entry.name === name));
      if (firstEntry === undefined || secondEntry === undefined) return [];
      const message = say`the names ${second} and ${first} differ only in capitals, width or the composition of letters`;
      return fault('letter/named-twice', secondEntry.span, message, {
        hint: say`rename one of them: some file systems take their files for the same`,
        related: [{ span: firstEntry.span, message: say`the other name` }],
      });
    }),
  );
}

/**
 * Returns a fault if `published` is missing although a letter prints the numbers of demands, as it does after a wording
 * that expresses other demands too (`with`). `published` is the name of the open letter in which the demands have these
 * numbers.
 */
export function missingPublishedFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const wordings = [...letter.demands.values()].flatMap((demand) => demand.wordings);
  const carryingWording = wordings.find((rule) => rule.with.length > 0);
  if (carryingWording === undefined || letter.published !== undefined) return [];
  const message = say`published is missing: the name of the letter in which the demands have their numbers`;
  const hint = say`add published: { en: open letter }, or whatever the letter is called that has these numbers`;
  const related = [
    { span: carryingWording.span, message: say`this wording carries another demand, and prints both numbers` },
  ];
  return [fault('data/missing-key', data.letter.span, message, { hint, related })];
}

/** Returns a fault if the post-scriptum is no passage of the letter. */
export function unknownPostScriptumFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const { postScriptum: id, passages } = letter;
  if (id === undefined || passages.has(id)) return [];
  const hint = didYouMeanHint(id, passages.keys(), say`add its rules: ${`passages: { ${id}: [{ use: … }] }`}`);
  return [fault('letter/unknown-name', spanAt(data.letter, ['post-scriptum']), say`${id} is not a passage`, { hint })];
}

/** Returns a fault for each enclosure and each source of a demand that is dated later than the letter. */
export function laterSourceFaults(letter: LetterSettings, { data, sources }: CampaignParts): readonly Diagnostic[] {
  const citations = [
    ...letter.enclosures.map((key, index) => ({ key, path: ['enclosures', index] })),
    ...[...letter.demands.values()].flatMap(({ id, sources: keys }) =>
      keys.map((key, index) => ({ key, path: ['demands', id, 'sources', index] })),
    ),
  ];
  return citations.flatMap(({ key, path }) => {
    const source = sources?.get(key);
    if (source?.date === undefined || source.date <= letter.date) return [];
    return fault('source/later-than-letter', spanAt(data.letter, path), say`${key} is dated later than the letter`, {
      hint: say`take it out, or date the letter ${source.date} or later`,
      related: [{ span: source.span, message: say`it is dated ${source.date}` }],
    });
  });
}
