import { outlineOf } from '../../template/text-outline.ts';
import type { Language } from '../../model/language.ts';
import { startOf } from '../../model/span.ts';
import type { TextOutline } from '../../model/text-outline.ts';
import type { ParityGap, Term, TermWords } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import { originalOf, translationsOf } from '../translations/translations.ts';
import { figuresIn, symbolsIn } from './figures-in.ts';

/**
 * Where the translations of a letter are not what the original is: texts, parts, citations, numbers, dates, symbols,
 * and the words of the trade. Who gets which text is the same in every language by construction.
 */
export function parityGaps(plan: Plan, terms: readonly Term[]): readonly ParityGap[] {
  const original = originalOf(plan.campaign.letter);
  const ofOriginal = plan.templates.texts.get(original) ?? new Map();
  return [
    ...[...ofOriginal].flatMap(([text, template]) =>
      avoided(outlineOf(template), terms, { language: original, text, span: startOf(template.file) }),
    ),
    ...translationsOf(plan).flatMap((language) => {
      const translated = plan.templates.texts.get(language) ?? new Map();
      const folder = `templates/${plan.campaign.letter.id}/${language}`;
      const keys = [...new Set<string>([...ofOriginal.keys(), ...translated.keys()])].toSorted();
      return keys.flatMap((text): readonly ParityGap[] => {
        const [from, into] = [ofOriginal.get(text), translated.get(text)];
        const place = { language, text, span: startOf(into?.file ?? `${folder}/${text}.md`) };
        if (from === undefined) return [{ ...place, what: 'text', missing: [], surplus: [text] }];
        if (into === undefined) return [{ ...place, what: 'text', missing: [text], surplus: [] }];
        return compared(outlineOf(from), original, outlineOf(into), terms, place);
      });
    }),
  ];
}

type Place = Pick<ParityGap, 'language' | 'text' | 'span'>;

function compared(
  from: TextOutline,
  original: Language,
  into: TextOutline,
  terms: readonly Term[],
  place: Place,
): readonly ParityGap[] {
  const { language } = place;
  return [
    ...(from.parts.join() === into.parts.join()
      ? []
      : [{ ...place, what: 'parts in order', missing: from.parts, surplus: into.parts }]),
    ...difference('partials', from.partials, into.partials, place),
    ...difference('citations', from.citations, into.citations, place),
    ...difference('numbers and dates', figuresIn(from.words, original), figuresIn(into.words, language), place),
    ...difference('symbols', symbolsIn(from.words), symbolsIn(into.words), place),
    ...terms.flatMap(({ name, words }): readonly ParityGap[] => {
      const [said, say] = [words.get(original), words.get(language)];
      if (said === undefined || say === undefined || say.use.length === 0) return [];
      if (!holdsOne(from.words, said) || holdsOne(into.words, say)) return [];
      return [{ ...place, what: `term ${name}`, missing: [say.use.join(' | ')], surplus: [] }];
    }),
    ...avoided(into, terms, place),
  ];
}

function holdsOne(words: string, { use }: TermWords): boolean {
  return use.some((word) => words.includes(word));
}

/** Words that stand in no text of their language. */
function avoided({ words }: TextOutline, terms: readonly Term[], place: Place): readonly ParityGap[] {
  return terms.flatMap((term) => {
    const surplus = (term.words.get(place.language)?.avoid ?? []).filter((word) => words.includes(word));
    return surplus.length === 0 ? [] : [{ ...place, what: `term ${term.name}`, missing: [], surplus }];
  });
}

/** What one list has more often than the other. */
function difference(
  what: string,
  from: readonly string[],
  into: readonly string[],
  place: Place,
): readonly ParityGap[] {
  const [missing, surplus] = [without(from, into), without(into, from)];
  return missing.length + surplus.length === 0 ? [] : [{ ...place, what, missing, surplus }];
}

function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return all.filter((item) => {
    const index = rest.indexOf(item);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}
