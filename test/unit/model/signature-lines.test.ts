import { expect, test } from 'vitest';
import type { SignatureLine } from '../../../src/model/letter.ts';
import { createTextNode } from '../../../src/model/tree.ts';
import { signatureLines } from '../../../src/model/signature-lines.ts';

test.each<[string, SignatureLine, readonly string[]]>([
  ['an organisation', { organisation: 'Walkers' }, ['Walkers']],
  ['a person for it', { organisation: 'Walkers', person: 'Ada Brook' }, ['Ada Brook', 'Walkers']],
  [
    'a person with a title, for another',
    { organisation: 'Walkers', person: 'Ada Brook', title: 'Deputy', onBehalfOf: createTextNode('for the Director') },
    ['Ada Brook', 'Deputy', 'for the Director', 'Walkers'],
  ],
  [
    'an office without a person',
    { organisation: 'Walkers', title: 'The board', onBehalfOf: createTextNode('for the members') },
    ['Walkers', 'The board', 'for the members'],
  ],
])('the signature of %s begins with who signs', (_, signature, lines) => {
  expect(signatureLines(signature)).toEqual(lines.map(createTextNode));
});
