import { describeAnyLetter } from '../../support/describe-any-letter.ts';

// Three hundred: npm run thorough.
describeAnyLetter(40);
