import * as v from 'valibot';
import { type Data, type DataPath, spanAt } from '../model/data.ts';
import type { FormOfAddress, FormsOfAddress } from '../model/form-of-address.ts';
import { type Decoded, decode } from './decode.ts';
import { ANY_KEY, divideLines } from './divide-lines.ts';
import { type LinesEntry, linesSchema } from './line-schemas.ts';
import { strictMapping, lineOfText, recordOf, oneOf } from './value-schemas.ts';

/** Validates the forms of address in one language, a file of `recipients/forms/`. */
export function validateForms(data: Data): Decoded<FormsOfAddress> {
  const lined = divideLines(data, [[ANY_KEY, ANY_KEY, 'envelope']]);
  const { value, faults } = decode(formsSchema, lined);
  if (value === undefined) return { value, faults };
  const ranks = Object.entries(value).map(([rank, { unknown, f, m }]) => {
    const forms = {
      unknown: buildForm(lined, [rank, 'unknown'], unknown),
      ...(f === undefined ? {} : { f: buildForm(lined, [rank, 'f'], f) }),
      ...(m === undefined ? {} : { m: buildForm(lined, [rank, 'm'], m) }),
    };
    return [rank, forms] as const;
  });
  return { value: { file: data.span.file, ranks: new Map(ranks) }, faults };
}

function buildForm(data: Data, path: DataPath, { 'in-text': inText, envelope, ...words }: FormEntry): FormOfAddress {
  const spans = {
    envelope: spanAt(data, [...path, 'envelope']),
    salutation: spanAt(data, [...path, 'salutation']),
    inText: spanAt(data, [...path, 'in-text']),
    close: spanAt(data, [...path, 'close']),
  };
  const lines = typeof envelope === 'string' ? [envelope] : envelope;
  const envelopeSpans =
    typeof envelope === 'string'
      ? [spans.envelope]
      : lines.map((_, index) => spanAt(data, [...path, 'envelope', index]));
  return { ...words, envelope: lines.join('\n'), inText, spans, envelopeSpans };
}

/** A form of address as in the YAML file. */
interface FormEntry extends Omit<FormOfAddress, 'envelope' | 'inText' | 'spans' | 'envelopeSpans'> {
  readonly envelope: LinesEntry;
  readonly 'in-text': string;
}

/** The forms of address of one rank, by the gender of the office's holder. */
interface RankEntry {
  readonly unknown: FormEntry;
  readonly f?: FormEntry;
  readonly m?: FormEntry;
}

const formSchema: v.GenericSchema<unknown, FormEntry> = strictMapping({
  envelope: linesSchema,
  salutation: lineOfText,
  'in-text': lineOfText,
  close: lineOfText,
  source: lineOfText,
  confidence: v.exactOptional(oneOf(['high', 'medium', 'low'])),
});

/** The schema of the files in `recipients/forms/`: rank → gender → form of address. */
export const formsSchema: v.GenericSchema<unknown, Readonly<Record<string, RankEntry>>> = recordOf(
  strictMapping({ unknown: formSchema, f: v.exactOptional(formSchema), m: v.exactOptional(formSchema) }),
);
