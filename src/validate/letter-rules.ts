import type { LetterSettings } from '../model/campaign.ts';
import { type Data, type DataPath, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { didYouMean, namesInSentence } from './hints.ts';

/** The demands that a body rule lists are declared, and none is listed twice. */
export function listedDemandsExist(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return letter.body.flatMap(({ demands }, body) => {
    const path = ['body', body, 'demands'];
    return [
      ...unknownEntries(data.letter, path, demands, letter.demands.keys(), 'demand'),
      ...namedTwice(data.letter, path, demands),
    ];
  });
}

/** The demands in a wording's `with` are declared, listed once, and do not include the wording's own demand. */
export function carriedDemandsExist(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return [...letter.demands.values()].flatMap(({ id, wordings }) =>
    wordings.flatMap((rule, index) => {
      const path = ['demands', id, 'wordings', index, 'with'];
      const ownIndex = rule.with.indexOf(id);
      return [
        ...unknownEntries(data.letter, path, rule.with, letter.demands.keys(), 'demand'),
        ...namedTwice(data.letter, path, rule.with),
        ...(ownIndex === -1 ? [] : [carriesItself(id, data.letter, [...path, ownIndex])]),
      ];
    }),
  );
}

/** Enclosures and the sources of demands are declared in `sources.yaml`. */
export function citedSourcesExist(
  letter: LetterSettings,
  { data, knownNames: known }: CampaignParts,
): readonly Diagnostic[] {
  return [
    ...unknownEntries(data.letter, ['enclosures'], letter.enclosures, known.sources, 'source'),
    ...[...letter.demands.values()].flatMap(({ id, sources }) =>
      unknownEntries(data.letter, ['demands', id, 'sources'], sources, known.sources, 'source'),
    ),
  ];
}

function carriesItself(id: string, letter: Data, path: DataPath): Diagnostic {
  const hint = say`with: names the other demands that a wording also carries; take ${id} out of it`;
  const message = say`a wording of the demand ${id} carries that demand itself`;
  return fault('letter/demand-twice', spanAt(letter, path), message, { hint });
}

function unknownEntries(
  letter: Data,
  path: DataPath,
  names: readonly string[],
  known: Iterable<string>,
  noun: 'demand' | 'source',
): readonly Diagnostic[] {
  const declared = new Set(known);
  const declareHint = { demand: say`declare it under demands`, source: say`declare it in sources.yaml` }[noun];
  return names.flatMap((name, index) => {
    if (declared.has(name)) return [];
    const message = [...say`${name}`, ` is not a ${noun}`];
    const hint = didYouMean(name, declared, declareHint);
    return fault('letter/unknown-name', spanAt(letter, [...path, index]), message, { hint });
  });
}

function namedTwice(letter: Data, path: DataPath, demands: readonly string[]): readonly Diagnostic[] {
  return demands.flatMap((id, index) => {
    const first = demands.indexOf(id);
    if (first === index) return [];
    const message = say`the demand ${id} stands twice in one list`;
    return fault('letter/demand-twice', spanAt(letter, [...path, index]), message, {
      hint: say`keep one of the two`,
      related: [{ span: spanAt(letter, [...path, first]), message: say`it stands here first` }],
    });
  });
}

/** Every approval that `needs` lists is known: `legal`, `translation`, `signatory`, or one signatory by its id. */
export function neededApprovalsAreKnown(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const known = ['legal', 'translation', 'signatory', ...letter.signatories.map(({ id }) => `signatory:${id}`)];
  return Object.entries(letter.needs).flatMap(([status, needed]) =>
    needed.flatMap((name, index) => {
      if (known.includes(name)) return [];
      const span = spanAt(data.letter, ['needs', status, index]);
      const hint = [...say`there is: `, ...namesInSentence(known)];
      return fault('letter/unknown-name', span, say`nobody approves texts as ${name}`, { hint });
    }),
  );
}

/** The ids of signatories, the numbers of demands and the enclosures are unique. */
export function namesAreDistinct(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const signatories = letter.signatories.map(({ id }, index) => ({ name: id, path: ['signatories', index, 'id'] }));
  const demands = [...letter.demands.values()].map(({ id, number }) => ({
    name: String(number),
    path: ['demands', id, 'number'],
  }));
  const enclosures = letter.enclosures.map((name, index) => ({ name, path: ['enclosures', index] }));
  return [signatories, demands, enclosures].flatMap((named) => {
    const firstPaths = new Map<string, DataPath>();
    return named.flatMap(({ name, path }) => {
      const earlier = firstPaths.get(name);
      if (earlier === undefined) {
        firstPaths.set(name, path);
        return [];
      }
      return fault('letter/named-twice', spanAt(data.letter, path), say`${name} stands here a second time`, {
        hint: say`take it out, or give it another name or number`,
        related: [{ span: spanAt(data.letter, earlier), message: say`it stands here first` }],
      });
    });
  });
}

/** A wording with other demands prints their numbers, so `published` must name the letter that numbers them. */
export function numberedLetterIsNamed(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const wordings = [...letter.demands.values()].flatMap((demand) => demand.wordings);
  const carrier = wordings.find((rule) => rule.with.length > 0);
  if (carrier === undefined || letter.published !== undefined) return [];
  const message = say`published is missing: what the numbers of demands count in`;
  const hint = say`add published: { en: open letter }, or whatever the letter is called that has these numbers`;
  const related = [{ span: carrier.span, message: say`this wording carries another demand, and prints both numbers` }];
  return [fault('data/missing-key', data.letter.span, message, { hint, related })];
}

/** No enclosure and no source of a demand is dated later than the letter. */
export function sourcesAreNotLater(letter: LetterSettings, { data, sources }: CampaignParts): readonly Diagnostic[] {
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
