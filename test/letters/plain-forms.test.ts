import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { renderAddressWords } from '../../src/merge/address-words.ts';
import { GENDERS, type Holder } from '../../src/model/recipient.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { aMerging } from '../support/a-merging.ts';
import { SOMEWHERE } from '../support/a-register.ts';
import { valueOf } from '../support/outcomes.ts';

/** The office and the names in each language, of its script, so that readers of the language see letters as they are. */
const EXAMPLES: Readonly<Record<string, { readonly title: string; readonly f: string; readonly m: string }>> = {
  en: { title: 'Mayor of Northgate', f: 'Anne Smith', m: 'John Brown' },
  fr: { title: 'mairie de Vauclair', f: 'Anaïs Lefèbvre', m: 'Luc Dupont' },
  es: { title: 'Alcaldía de Valverde', f: 'Ana García', m: 'Luis Romero' },
  ar: { title: 'رئاسة البلدية', f: 'ليلى حداد', m: 'سامي خوري' },
  de: { title: 'Bürgermeisteramt Neustadt', f: 'Anna Schäfer', m: 'Max Müller' },
  el: { title: 'Γραφείο Δημάρχου', f: 'Μαρία Παπαδοπούλου', m: 'Γιώργος Παπαδόπουλος' },
  hu: { title: 'Polgármesteri Hivatal', f: 'Szabó Anna', m: 'Kovács Béla' },
  pl: { title: 'Urząd Miasta', f: 'Anna Kowalska', m: 'Jan Nowak' },
  ru: { title: 'Администрация города', f: 'Анна Петрова', m: 'Иван Петров' },
  da: { title: 'Nedermølle Kommune', f: 'Anne Sørensen', m: 'Søren Jørgensen' },
  et: { title: 'Linna kantselei', f: 'Mari Mänd', m: 'Jüri Kask' },
  fi: { title: 'Kaupungin kirjaamo', f: 'Anna Virtanen', m: 'Matti Mäkinen' },
  ga: { title: 'Oifig an Mhéara', f: 'Máire Breathnach', m: 'Seán Murchú' },
  it: { title: 'Comune di Vecchio Mulino', f: 'Anna Rossi', m: 'Luca Bianchi' },
  lt: { title: 'Miesto savivaldybė', f: 'Ona Petrauskienė', m: 'Jonas Kazlauskas' },
  lv: { title: 'Pilsētas dome', f: 'Anna Bērziņa', m: 'Jānis Kalniņš' },
  mt: { title: 'Kunsill Lokali', f: 'Marija Borġ', m: 'Ġużeppi Vella' },
  nl: { title: 'Gemeente Nedermolen', f: 'Anna Jansen', m: 'Jan Vermeulen' },
  pt: { title: 'Câmara Municipal de Moinho Velho', f: 'Inês Conceição', m: 'João Simões' },
  ro: { title: 'Primăria Moara Veche', f: 'Ioana Păun', m: 'Ștefan Țepeș' },
  sv: { title: 'Kvarnby kommun', f: 'Åsa Sjöberg', m: 'Örjan Ängmark' },
  tr: { title: 'Belediye Başkanlığı', f: 'Ayşe Yılmaz', m: 'Ömer Çelik' },
  bg: { title: 'Община Нови град', f: 'Мария Петрова', m: 'Иван Димитров' },
  cs: { title: 'Městský úřad', f: 'Jana Nováková', m: 'Petr Dvořák' },
  hr: { title: 'Gradska uprava', f: 'Ana Horvat', m: 'Ivan Kovač' },
  sk: { title: 'Mestský úrad', f: 'Zuzana Kováčová', m: 'Peter Horváth' },
  sl: { title: 'Občinska uprava', f: 'Mojca Novak', m: 'Janez Kranjc' },
  uk: { title: 'Міська рада', f: 'Олена Шевчук', m: 'Іван Бондар' },
};

function exampleIn(language: string) {
  const example = EXAMPLES[language];
  if (example === undefined) throw new Error(`the language ${language} has no example of plain forms`);
  return example;
}

function familyOf(name: string, language: string): string {
  const [first = '', last = ''] = name.split(' ');
  return language === 'hu' ? first : last;
}

/** The words of a letter in the language to the office of the example, held by this holder. */
function wordsFor(language: string, holder?: Holder) {
  const { campaign, selection } = aMerging();
  const { title } = exampleIn(language);
  const recipient = { ...selection.recipient, office: { title: { [language]: title } } };
  const addressing = {
    recipient: holder === undefined ? recipient : { ...recipient, holder },
    state: undefined,
    language,
  };
  const plain = { ...campaign, forms: {} };
  const { words, faults } = renderAddressWords(plain, valueOf(parseTemplates(plain)), addressing);
  expect(faults).toEqual([]);
  const { envelope, salutation, inText, close } = words;
  return {
    envelope: envelope.map(({ value }) => value),
    salutation: salutation.value,
    inText: inText?.value,
    close: close.value,
  };
}

/** The holders of the golden file: each gender with a family name, without one, and with the honorific "Dr.". */
function holdersIn(language: string): readonly (readonly [description: string, holder: Holder | undefined])[] {
  const { f, m } = exampleIn(language);
  return [
    ['an office', undefined],
    ...GENDERS.flatMap((gender): (readonly [string, Holder])[] => {
      const name = gender === 'm' ? m : f;
      const holder: Holder = { name, gender, span: SOMEWHERE };
      const withFamily: Holder = { ...holder, family: { [language]: familyOf(name, language) } };
      return [
        [`${gender}, family name`, withFamily],
        [gender, holder],
        [`${gender}, family name, Dr.`, { ...withFamily, honorific: 'Dr.' }],
        [`${gender}, family name, H.E.`, { ...withFamily, honorific: 'H.E.' }],
      ];
    }),
  ];
}

/** Words that fit one gender only. They must not occur where none is known, except side by side with the other. */
const GENDERED: Readonly<Record<string, RegExp>> = {
  en: /\b(?:Mr|Ms)\b/u,
  fr: /Mme|\bM\.|^Madame,$|^Monsieur,$/u,
  es: /Sra\.|Sr\.|^Estimad[oa] señora?:$/u,
  ar: /السيد/u,
  de: /\b(?:Frau|Herrn?|geehrter?)\b(?! Damen)/u,
  el: /^Αξιότιμη κυρία,$|^Αξιότιμε κύριε,$/u,
  hu: /^Tisztelt (?:Asszonyom|Uram)!$/u,
  pl: /\b(?:Pani|Pan|Panie)\b/u,
  ru: /Уважаем(?:ая|ый)|госпожа|господин/u,
  da: /\b(?:[Hh]r|[Ff]ru)\b/u,
  et: /\b(?:proua|preili|härra)\b/iu,
  fi: /\b(?:rouva|neiti|herra)\b/iu,
  ga: /Uas|Bean|Iníon/u,
  it: /^Gentile Signora,$|^Gentile Signore,$|Signora? \p{Lu}/u,
  lt: /poni|pone|Gerbiamoji|Gerbiamasis/u,
  lv: /^Cienījamā kundze!$|^Godātais kungs!$/u,
  mt: /^Għażiża Sinjura|^Għażiż (?:Sinjur,|Sur)/u,
  nl: /\bmevrouw\b(?<!heer of mevrouw)|\bheer\b(?! of mevrouw)/u,
  pt: /^Exma\. Senhora,$|^Exmo\. Senhor,$/u,
  ro: /^Stimat[ăe] \p{L}+,$|Domn/u,
  sv: /\b(?:[Hh]err|[Ff]ru)\b/u,
  tr: /\b(?:Bay|Bayan|Bey|Hanım)\b/u,
  bg: /^Уважаема госпожо,$|^Уважаеми господине,$/u,
  cs: /^Vážená paní,$|^Vážený pane,$/u,
  hr: /^Poštovana gospođo,$|^Poštovani gospodine,$/u,
  sk: /^Vážená pani,$|^Vážený pán,$/u,
  sl: /^Spoštovana gospa,$|^Spoštovani gospod,$/u,
  uk: /^Шановна пані!$|^Шановний пане!$/u,
};

describe.each(LANGUAGES)('plain forms of address in %s', (language) => {
  test('to an office are correct for a holder of any gender', () => {
    const { title } = exampleIn(language);
    const { envelope, salutation, inText, close } = wordsFor(language);
    expect(envelope).toEqual([title]);
    for (const words of [salutation, inText, close]) expect(words).not.toMatch(GENDERED[language] ?? /^/u);
  });

  test('to a person of unknown gender name the person and no gender', () => {
    const { f, title } = exampleIn(language);
    const holder: Holder = {
      name: f,
      family: { [language]: familyOf(f, language) },
      gender: 'unknown',
      span: SOMEWHERE,
    };
    const { envelope, salutation, inText, close } = wordsFor(language, holder);
    expect(envelope).toEqual([expect.stringContaining(f), title]);
    for (const words of [...envelope, salutation, inText, close]) expect(words).not.toMatch(GENDERED[language] ?? /^/u);
  });

  test('never take a family name from a name', () => {
    for (const gender of GENDERS) {
      const { salutation } = wordsFor(language, { name: 'Given Family', gender, span: SOMEWHERE });
      expect(salutation.replace('Given Family', '')).not.toMatch(/Given|Family/u);
    }
  });

  test('have no brace, no slash, no empty word and no double space', () => {
    for (const [, holder] of holdersIn(language)) {
      const { envelope, salutation, inText, close } = wordsFor(language, holder);
      for (const words of [...envelope, salutation, inText, close]) {
        expect(words).toMatch(/^\S(?:.*\S)?$/u);
        expect(words).not.toMatch(/[{}/]|\s\s|undefined/u);
      }
    }
  });
});

test('all plain forms of address are as recorded, in one table for the reviewers of a language', async () => {
  const rows = LANGUAGES.flatMap((language) =>
    holdersIn(language).map(([description, holder]) => {
      const { envelope, salutation, inText, close } = wordsFor(language, holder);
      return `| ${[language, description, envelope.join(' / '), salutation, inText, close].join(' | ')} |`;
    }),
  );
  expect(rows).toHaveLength(LANGUAGES.length * 13);
  const head = ['| | addressee | envelope | salutation | in the text | close |', `|${' --- |'.repeat(6)}`];
  await expect([...head, ...rows, ''].join('\n')).toMatchFileSnapshot('../golden/plain-forms-of-address.md');
});
