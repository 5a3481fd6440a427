import type { Values } from '../../src/model/values.ts';

/** Values that are never kept: whatever is made of a part of a letter is made anew. */
export const NO_VALUES: Values = {
  intern: (value) => value,
  numberOf: () => undefined,
  memo: () => (_, __, compute) => compute(),
};
