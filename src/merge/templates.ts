import type { FormOfAddress } from '../model/form-of-address.ts';
import type { Language } from '../model/language.ts';
import type { MergeMemory } from './merge-memory.ts';
import type { Template } from './template.ts';
import type { TemplatesByKey } from './text-keys.ts';

/** The parts of a form of address: each a template of one line. */
export const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, its parts parsed. */
export type ParsedForm = Readonly<Record<FormPart, Template>>;

/** All templates of a campaign, parsed: all that merging needs besides the campaign and a selection. */
export interface Templates {
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  /** By the form that the campaign holds. */
  readonly forms: ReadonlyMap<FormOfAddress, ParsedForm>;
  readonly memory: MergeMemory;
}
