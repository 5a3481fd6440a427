import { describeAwkwardValues } from '../support/describe-awkward-values.ts';
import { MANY_AWKWARD_VALUES } from '../support/many-awkward-values.ts';

describeAwkwardValues('about 600 awkward values, each at twelve positions of a letter', {
  values: MANY_AWKWARD_VALUES,
  leastValues: 600,
  leastRefused: 30,
  isInPdfSample: (value) => MANY_AWKWARD_VALUES.indexOf(value) % 4 === 0,
});
