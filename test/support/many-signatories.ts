import type { SignatureLine } from '../../src/model/letter.ts';

/** Words of the names of organisations, by the language of a letter that has them: five scripts or sets of marks. */
export const NAME_WORDS: Readonly<Record<string, string>> = {
  en: 'Walkers Friends Valley River Rights Watch Union Federation Society Peace',
  fr: 'Liên đoàn Nguyễn Đường Ấm Ường Ỷ Quyền Hội Thư',
  el: 'Ένωση Κέντρο Δικαιωμάτων Ανθρώπου Φίλοι Ποταμού Κοιλάδας Ειρήνη Γέφυρα Μύλος',
  ru: 'Центр Союз друзей реки прав человека общество долина мост мельница',
  ar: 'مركز جمعية مؤسسة الحق القدس التنمية الوادي حقوق الإنسان السلام',
};

/**
 * Returns signatures of different organisations, whose names are of one to six words and end with their number from 1.
 * Some have a person, a title or a country, and every fifth has none. `headings`: the number of headings under which
 * they are, if any.
 */
export function manySignatures(count: number, language: string, headings: number = 0): readonly SignatureLine[] {
  const words = (NAME_WORDS[language] ?? '').split(' ');
  const word = (index: number): string => words[index % words.length] ?? '';
  return Array.from({ length: count }, (_, index): SignatureLine => {
    const name = Array.from({ length: 1 + ((index * 7) % 6) }, (__, part) => word(index * 3 + part)).join(' ');
    return {
      organisation: `${name} ${index + 1}`,
      ...(index % 5 === 0 ? {} : { person: `${word(index)} ${word(index + 1)}` }),
      ...(index % 3 === 1 ? { title: `${word(index + 2)} ${word(index + 5)}` } : {}),
      ...(headings === 0 && index % 4 === 2 ? { country: word(index + 4) } : {}),
      ...(headings === 0 ? {} : { heading: word(Math.floor((index * headings) / count)) }),
    };
  });
}
