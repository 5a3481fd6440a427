import type { FieldDeclaration, FieldDeclarations } from '../../src/model/field.ts';
import { SOMEWHERE } from './a-register.ts';

/** Returns the declaration of an optional field of type `text`; a test sets only what it is about. */
export function aField(name: string, changes: Partial<FieldDeclaration> = {}): FieldDeclaration {
  return {
    name,
    type: 'text',
    meaning: 'What a test is about',
    required: false,
    currency: undefined,
    options: new Map(),
    span: SOMEWHERE,
    ...changes,
  };
}

/** A field of each type: ward (text), address (lines), households, meeting, grant (EUR), sum, member and party. */
const SOME_FIELDS: readonly FieldDeclaration[] = [
  aField('ward'),
  aField('address', { type: 'lines' }),
  aField('households', { type: 'number' }),
  aField('meeting', { type: 'date' }),
  aField('grant', { type: 'amount', currency: 'EUR' }),
  aField('sum', { type: 'amount' }),
  aField('member', { type: 'yes-no' }),
  aField('party', {
    type: 'one-of',
    options: new Map([
      ['green', { text: { en: 'Greens', fr: 'Verts' }, span: SOMEWHERE }],
      ['red', { text: { en: 'Labour' }, span: SOMEWHERE }],
      ['none', { text: { '*': '–' }, span: SOMEWHERE }],
    ]),
  }),
];

/** {@link SOME_FIELDS}, by name. */
export const SOME_DECLARATIONS: FieldDeclarations = new Map(SOME_FIELDS.map((field) => [field.name, field]));
