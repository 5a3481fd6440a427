import type { FieldRange, FieldValue } from './field.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';

/**
 * A condition that selects recipients: an expression tree over the properties of a recipient and of its State. It is
 * validated, so that every role, group, State, fact and field that it names is declared.
 */
export type Condition =
  | { readonly kind: 'everyone'; readonly span: Span }
  | { readonly kind: 'role'; readonly role: string; readonly span: Span }
  | { readonly kind: 'group'; readonly group: string; readonly span: Span }
  | { readonly kind: 'state'; readonly states: readonly string[]; readonly span: Span }
  | { readonly kind: 'language'; readonly languages: readonly Language[]; readonly span: Span }
  | { readonly kind: 'fact'; readonly fact: string; readonly value: boolean; readonly span: Span }
  | {
      readonly kind: 'field';
      readonly field: string;
      /** The values of which the field must have one, or the range in which its value must be. */
      readonly asked: readonly FieldValue[] | FieldRange;
      readonly span: Span;
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly not: Condition; readonly span: Span };
