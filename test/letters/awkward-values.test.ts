import { AWKWARD_VALUES } from '../support/awkward-values.ts';
import { describeAwkwardValues } from '../support/describe-awkward-values.ts';
import { MANY_AWKWARD_VALUES } from '../support/many-awkward-values.ts';

// `npm run thorough` tries all values.
describeAwkwardValues('about 80 awkward values, each at twelve positions of a letter', {
  values: MANY_AWKWARD_VALUES.filter((value, index) => AWKWARD_VALUES.includes(value) || index % 16 === 0),
  leastValues: 80,
  leastRefused: 2,
  isInPdfSample: (value) => AWKWARD_VALUES.indexOf(value) % 4 === 0,
});
