import type { FormOfAddress } from '../model/form-of-address.ts';
import type { Language } from '../model/language.ts';
import type { ReadTexts } from './read-texts.ts';
import type { Template } from './template.ts';
import type { TemplatesByKey } from './text-keys.ts';

/** The parts of a form of address: each a template of one line. */
export const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, its parts parsed. */
export type ParsedForm = Readonly<Record<FormPart, Template>>;

/** All templates of a campaign, checked: all that merging needs besides the campaign and a selection. */
export interface Templates {
  /** The texts as they were parsed, for those who compare or list them; letters are merged from `read`. */
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  /** The texts as letters have them. */
  readonly read: ReadonlyMap<Language, ReadTexts>;
  /** By the form that the campaign holds. */
  readonly forms: ReadonlyMap<FormOfAddress, ParsedForm>;
}
