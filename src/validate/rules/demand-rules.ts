import type { LetterSettings } from '../../model/campaign.ts';
import { type Data, type Path, spanAt } from '../../model/data.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import { didYouMean } from '../wording.ts';
import type { Parts } from './parts.ts';

/** The demands that a body lists are declared, and listed once. */
export function listedDemandsExist(letter: LetterSettings, { data }: Parts): readonly Diagnostic[] {
  return letter.body.flatMap(({ demands }, body) => {
    const path = ['body', body, 'demands'];
    return [
      ...unknownNames(data.letter, path, demands, letter.demands.keys(), 'demand'),
      ...namedTwice(data.letter, path, demands),
    ];
  });
}

/** The demands that a wording also carries are declared, and others than its own. */
export function carriedDemandsExist(letter: LetterSettings, { data }: Parts): readonly Diagnostic[] {
  return [...letter.demands.values()].flatMap(({ id, wordings }) =>
    wordings.flatMap((rule, index) => {
      const path = ['demands', id, 'wordings', index, 'with'];
      const itself = rule.with.indexOf(id);
      return [
        ...unknownNames(data.letter, path, rule.with, letter.demands.keys(), 'demand'),
        ...namedTwice(data.letter, path, rule.with),
        ...(itself === -1 ? [] : [carriesItself(id, data.letter, [...path, itself])]),
      ];
    }),
  );
}

/** Enclosures and the sources of demands stand in `sources.yaml`. */
export function citedSourcesExist(letter: LetterSettings, { data, known }: Parts): readonly Diagnostic[] {
  return [
    ...unknownNames(data.letter, ['enclosures'], letter.enclosures, known.sources, 'source'),
    ...[...letter.demands.values()].flatMap(({ id, sources }) =>
      unknownNames(data.letter, ['demands', id, 'sources'], sources, known.sources, 'source'),
    ),
  ];
}

function carriesItself(id: string, letter: Data, path: Path): Diagnostic {
  return fault(
    'letter/demand-twice',
    spanAt(letter, path),
    say`a wording of the demand ${id} carries that demand itself`,
    {
      hint: say`with: names the other demands that a wording also carries; take ${id} out of it`,
    },
  );
}

function unknownNames(
  letter: Data,
  path: Path,
  names: readonly string[],
  known: Iterable<string>,
  noun: 'demand' | 'source',
): readonly Diagnostic[] {
  const declared = new Set(known);
  const where = { demand: say`declare it under demands`, source: say`declare it in sources.yaml` }[noun];
  return names.flatMap((name, index) => {
    if (declared.has(name)) return [];
    const message = [...say`${name}`, ` is not a ${noun}`];
    const hint = didYouMean(name, declared, where);
    return [fault('letter/unknown-name', spanAt(letter, [...path, index]), message, { hint })];
  });
}

function namedTwice(letter: Data, path: Path, demands: readonly string[]): readonly Diagnostic[] {
  return demands.flatMap((id, index) => {
    const first = demands.indexOf(id);
    if (first === index) return [];
    return [
      fault('letter/demand-twice', spanAt(letter, [...path, index]), say`the demand ${id} stands twice in one list`, {
        hint: say`keep one of the two`,
        related: [{ span: spanAt(letter, [...path, first]), message: say`it stands here first` }],
      }),
    ];
  });
}
