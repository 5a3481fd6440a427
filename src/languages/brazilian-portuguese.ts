import type { LocaleData } from '../model/locale-data.ts';
import { portuguese } from './portuguese.ts';

/** What the plain forms have in common. */
const BRAZILIAN_FORM = {
  inText: 'Vossa Senhoria',
  close: 'Atenciosamente,',
  source:
    'resufit.com, Modelos de saudação em cartas formais (Prezado Sr. Silva; Prezada Sra. Oliveira; Prezado Senhor; Prezada Senhora); Manual de Redação da Presidência da República, 2.2 (Atenciosamente, with a comma); no source was found for both forms in full where one addressee is not known, and no native speaker has read the form',
} as const;

/** The salutation that fits a woman and a man. */
const TO_EITHER = 'Prezada Senhora, prezado Senhor,';

/** What differs from the Portuguese of Portugal. */
export const brazilianPortuguese: LocaleData = {
  ...portuguese,
  // Only the first day of a month is an ordinal number.
  firstDay: '1º',
  numbers: { groupSeparator: '.', minGrouped: 4, decimalSign: ',', amount: '{minus}{currency}\u00A0{digits}' },
  plural: { ...portuguese.plural, one: 'i = 0..1' },
  copies: 'Cópia para',
  attachedLetter: 'Segue em anexo a nossa carta de {date}.',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_pt_BR.properties' },
  plainForms: {
    honorifics: [],
    office: { salutation: TO_EITHER, ...BRAZILIAN_FORM },
    person: {
      f: {
        envelope: 'Sra. {name}',
        salutation: 'Prezada Senhora,',
        familySalutation: 'Prezada Sra. {family},',
        courtesyTitles: ['Sra', 'Senhora'],
        withHonorific: undefined,
        ...BRAZILIAN_FORM,
      },
      m: {
        envelope: 'Sr. {name}',
        salutation: 'Prezado Senhor,',
        familySalutation: 'Prezado Sr. {family},',
        courtesyTitles: ['Sr', 'Senhor'],
        withHonorific: undefined,
        ...BRAZILIAN_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: TO_EITHER,
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        ...BRAZILIAN_FORM,
      },
    },
  },
  linkDescription: 'Link para {url}',
  quotationMarks: { open: '“', close: '”' },
};
