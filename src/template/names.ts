/** What a template can name, each by its dotted path. Nothing else can be reached: there are no objects behind it. */
export type Names = ReadonlyMap<string, NamedValue>;

export type NamedValue = TextValue | ListValue;

/** One line of text, as typed. `optional`: it may be absent, so a template may ask whether it is there. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string | undefined;
  /** Where the view has it; undefined: it is the same in every letter of the language. */
  readonly path: string | undefined;
  readonly optional: boolean;
  /** The keys of a profile without which it is absent; undefined: it hangs on no profile. */
  readonly inProfile: readonly string[] | undefined;
}

/** A list whose elements have names of their own; `this` names an element that is a text itself. */
export interface ListValue {
  readonly kind: 'list';
  readonly elements: readonly Names[];
}
