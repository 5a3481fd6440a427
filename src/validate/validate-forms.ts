import { type Data, type Path, spanAt } from '../model/data.ts';
import type { FormOfAddress, FormsOfAddress } from '../model/form-of-address.ts';
import { type Checked, decode } from './decode.ts';
import { type FormEntry, formsSchema } from './schemas/forms.ts';

/** Reads a language's forms of address. */
export function validateForms(data: Data): Checked<FormsOfAddress> {
  const { value, faults } = decode(formsSchema, data);
  if (value === undefined) return { value, faults };
  const ranks = Object.entries(value).map(([rank, { unknown, f, m }]) => {
    const forms = {
      unknown: formAt(data, [rank, 'unknown'], unknown),
      ...(f === undefined ? {} : { f: formAt(data, [rank, 'f'], f) }),
      ...(m === undefined ? {} : { m: formAt(data, [rank, 'm'], m) }),
    };
    return [rank, forms] as const;
  });
  return { value: { file: data.span.file, ranks: new Map(ranks) }, faults };
}

function formAt(
  data: Data,
  path: Path,
  { envelope, salutation, close, source, confidence, ...words }: FormEntry,
): FormOfAddress {
  return {
    envelope,
    salutation,
    inText: words['in-text'],
    close,
    source,
    ...(confidence === undefined ? {} : { confidence }),
    spans: {
      envelope: spanAt(data, [...path, 'envelope']),
      salutation: spanAt(data, [...path, 'salutation']),
      inText: spanAt(data, [...path, 'in-text']),
      close: spanAt(data, [...path, 'close']),
    },
  };
}
