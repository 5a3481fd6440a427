import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** Which recipients a rule is for: a validated expression tree, in which every name is declared. */
export type Condition =
  | { readonly kind: 'everyone'; readonly span: Span }
  | { readonly kind: 'role'; readonly role: string; readonly span: Span }
  | { readonly kind: 'group'; readonly group: string; readonly span: Span }
  | { readonly kind: 'state'; readonly states: readonly string[]; readonly span: Span }
  | { readonly kind: 'language'; readonly languages: readonly Language[]; readonly span: Span }
  | { readonly kind: 'fact'; readonly fact: string; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly not: Condition; readonly span: Span };
