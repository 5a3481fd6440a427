/** The plural categories of CLDR, in its order. A language has some of them, and always `other`. */
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];

/**
 * The conditions of the plural categories of a language, in the syntax of Unicode Technical Standard 35, part 3, 5.1,
 * without samples: `one: 'i = 1 and v = 0'`. A language has the categories that are here, and `other`, which all other
 * numbers have; an empty object is a language that does not tell them apart.
 */
export type PluralConditions = Readonly<Partial<Record<Exclude<PluralCategory, 'other'>, string>>>;
