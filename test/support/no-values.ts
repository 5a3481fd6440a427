import type { Values } from '../../src/model/values.ts';

/** A set of interned values that keeps none: all results are computed at each call. */
export const NO_VALUES: Values = {
  intern: (value) => value,
  numberOf: () => undefined,
  memo: () => (_, __, compute) => compute(),
};
