import { describeAnyLetter } from '../support/describe-any-letter.ts';

describeAnyLetter(300);
