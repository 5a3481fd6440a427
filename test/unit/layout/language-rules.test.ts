import { describe, expect, test } from 'vitest';
import { createConventions } from '../../../src/languages/conventions.ts';
import type { LocaleData } from '../../../src/model/locale-data.ts';
import { longWordsOnly } from '../../../src/layout/paragraph/hyphenation.ts';
import { findLineBreaks, createUnbreakableSpaceFinder } from '../../../src/layout/paragraph/line-breaks.ts';
import type { TextRun } from '../../../src/layout/paragraph/text-runs.ts';
import { createPunctuationSpaceSetter } from '../../../src/layout/paragraph/punctuation-spaces.ts';
import { referenceLine } from '../../../src/languages/reference-line.ts';
import { createTextNode, plainText } from '../../../src/model/tree.ts';
import { INVENTED } from '../../support/invented-language.ts';
import { conventionsOf, loadHyphenation } from '../../support/product-languages.ts';

describe('words are divided', () => {
  test.each([
    ['en', 'international', 'inter-na-tional'],
    ['fr', 'gouvernement', 'gou-ver-ne-ment'],
    ['es', 'responsabilidad', 'res-pon-sa-bi-li-dad'],
    ['de', 'Verantwortung', 'Ver-ant-wor-tung'],
    ['da', 'uoverensstemmelser', 'uoverens-stem-mel-ser'],
    ['et', 'vabatahtlikud', 'vaba-taht-li-kud'],
    ['ga', 'cathaoireacha', 'cath-aoir-eacha'],
    ['it', 'responsabilità', 'respon-sa-bi-lità'],
    ['it', 'dell’organizzazione', 'dell’or-ga-niz-za-zione'],
    ['lt', 'savivaldybės', 'savi-val-dy-bės'],
    ['tr', 'kütüphanesi', 'kütüp-ha-nesi'],
    ['nl', 'verantwoordelijkheid', 'ver-ant-woor-de-lijk-heid'],
    ['nl', 'ontvangstbevestiging', 'ont-vangst-be-ves-ti-ging'],
    ['pt', 'responsabilidade', 'res-pon-sa-bi-li-dade'],
    ['pt', 'organização', 'orga-ni-za-ção'],
    ['sv', 'mottagningsbevis', 'mot-tag-nings-be-vis'],
    ['sv', 'överensstämmelse', 'över-ens-stäm-melse'],
    ['bg', 'отговорност', 'отго-вор-ност'],
    ['hr', 'odgovornost', 'odgo-vor-nost'],
    ['sl', 'odgovornost', 'odgo-vor-nost'],
  ])('in %s: %s', async (language, word, expected) => {
    const places = (await loadHyphenation(language))(word).positions;
    const parts = [0, ...places].map((place, index) => word.slice(place, places[index]));
    expect(parts.join('-')).toBe(expected);
  });

  test.each([
    ['en', 'UNESCO'],
    ['en', 'about'],
    ['de', 'UNESCO-Büro'],
    ['ar', 'المحكمةالجنائية'],
    ['pl', 'odpowiedzialność'],
    ['fi', 'vastaanottoilmoitus'],
    ['lv', 'pašvaldības'],
    ['mt', 'organizzazzjonijiet'],
    ['cs', 'odpovědnost'],
    ['sk', 'zodpovednosť'],
    ['uk', 'відповідальність'],
  ])('but not in %s: %s', async (language, word) => {
    expect((await loadHyphenation(language))(word).positions).toEqual([]);
  });

  test.each([
    ['en', 'Kaukoranta', true],
    ['en', 'recommendation', false],
    ['de', 'Verantwortung', false],
  ])('and with a capital may be names, except where nouns have one: in %s, %s', async (language, word, expected) => {
    const { positions, mayBeName } = (await loadHyphenation(language))(word);
    expect(positions.length).toBeGreaterThan(0);
    expect(mayBeName).toBe(expected);
  });

  test.each([
    ['en', 'institutional', true],
    ['en', 'international', true],
    ['en', 'organisation', false],
    ['en', 'Recommendation', false],
    // The combining marks of a decomposed word are no letters.
    ['fr', 'pre\u0301sentation', false],
    ['de', 'Verantwortungen', true],
  ])('in ragged text only if they have more than twelve letters: in %s, %s', async (language, word, expected) => {
    expect(longWordsOnly(await loadHyphenation(language))(word).positions.length > 0).toBe(expected);
  });
});

describe('no line ends', () => {
  /** The text with a bar wherever a line may end. */
  function barred(text: string, language: string): string {
    const places = findLineBreaks(text, createUnbreakableSpaceFinder(conventionsOf(language))).map(
      ({ position }) => position,
    );
    return places.map((place, index) => text.slice(places[index - 1] ?? 0, place)).join('|');
  }

  test.each([
    ['en', 'on 4 September 2025 we', 'on |4 September |2025 |we'],
    ['en', 'open letter, demand 3 and demands 6 and 2)', 'open |letter, |demand 3 |and |demands 6 |and 2)'],
    ['en', 'art. 70, No. 5, p. 1, Part IX', 'art. 70, |No. 5, |p. 1, |Part IX'],
    ['en', 'H.E. Ms. Päivi J. S. Bach', 'H.E. Ms. Päivi |J. S. Bach'],
    ['en', 'all 125 States, 12.4 million, 7 % in 2025 the', 'all |125 States, |12.4 million, |7 % |in |2025 |the'],
    ['en', 'in ICC-ASP/20/Res.5, No 2271/96, twenty-fifth', 'in |ICC-ASP/20/Res.5, |No 2271/96, |twenty-|fifth'],
    ['en', 'https://a.example/b/c1/d', 'https://a.example/|b/|c1/|d'],
    ['en', 'on recommendation 169 of Executive Order 14203', 'on |recommendation 169 |of |Executive |Order 14203'],
    ['fr', 'la recommandation 169 confie, demandes 6 et 2) :', 'la |recommandation 169 |confie, |demandes 6 |et 2) :'],
    ['es', 'la recomendación 169 y la Orden Ejecutiva 14203', 'la |recomendación 169 |y |la |Orden |Ejecutiva 14203'],
    ['en', 'article 112 of the Statute', 'article 112 |of |the |Statute'],
    ['fr', 'le 1er décembre, l’art. 70, n° 5', 'le |1er décembre, |l’art. 70, |n° 5'],
    ['fr', 'M. Dupont et Mme Durand', 'M. Dupont |et |Mme Durand'],
    ['es', 'el 4 de diciembre, la Sra. Gómez, núm. 5', 'el |4 de diciembre, |la |Sra. Gómez, |núm. 5'],
    ['ar', 'وفق المادة 70 في 4 تشرين الثاني', 'وفق |المادة 70 |في |4 تشرين |الثاني'],
    ['pl', 'art. 70 i 4 grudnia', 'art. 70 |i 4 grudnia'],
    ['pl', 'W ust. 2 pani Nowak, nr 5 oraz 12 państw z dnia', 'W ust. 2 |pani Nowak, |nr 5 |oraz 12 państw |z dnia'],
    ['hu', 'a 2025. március 4. napja és 2025 márciusa', 'a |2025. |március 4. napja |és |2025 |márciusa'],
    [
      'hu',
      'a 70. cikk és a 2. és 3. pont, dr. Kovács, kb. 5',
      'a |70. cikk |és |a |2. |és |3. pont, |dr. Kovács, |kb. 5',
    ],
    ['el', 'το άρθρο 70 παρ. 2, ο κ. Παππάς, 12 κράτη και', 'το |άρθρο 70 |παρ. 2, |ο |κ. Παππάς, |12 κράτη |και'],
    ['ru', 'до 4 марта 2025 г. и в 2025 году', 'до |4 марта |2025 г. |и в 2025 |году'],
    ['ru', 'по ст. 70 г-жа Петрова, № 5, 12 стран', 'по |ст. 70 |г-жа Петрова, |№ 5, |12 стран'],
    ['de', 'z. B. in d. h. bei A. in 2. b. und', 'z. B. |in |d. h. |bei |A. |in |2. b. |und'],
    [
      'de',
      'am 3. und 4. März, im 21. Jahrhundert, 2. erneut',
      'am |3. |und |4. März, |im |21. |Jahrhundert, |2. erneut',
    ],
    ['da', 'hr. Holm, art. 70, stk. 2, og 4. marts', 'hr. Holm, |art. 70, |stk. 2, |og |4. marts'],
    ['et', '4. märts, härra Kask, nr 5, 12 riiki', '4. märts, |härra Kask, |nr 5, |12 riiki'],
    ['fi', '4. maaliskuuta, kohta 7, nro 5, 12 valtiota', '4. maaliskuuta, |kohta 7, |nro 5, |12 valtiota'],
    ['ga', 'an 4 Márta, Airteagal 70 agus an tUasal Ó Sé', 'an |4 Márta, |Airteagal 70 |agus |an |tUasal Ó Sé'],
    ['it', 'il Sig. Rossi, artt. 6 e 2, 1º marzo', 'il |Sig. Rossi, |artt. 6 |e 2, |1º marzo'],
    ['lt', '2025 m. kovo 4 d. Nr. 5, 70 str. ir ponia Onai', '2025 m. |kovo 4 d. |Nr. 5, |70 str. |ir |ponia Onai'],
    ['lv', '2025. gada 4. marts, Nr. 5, 12 valstis un 6', '2025. gada |4. marts, |Nr. 5, |12 valstis |un |6'],
    ['mt', 'l-4 ta’ Marzu, 4 ta’ Marzu, Nru 5 u s-Sur Vella', 'l-4 ta’ Marzu, |4 ta’ Marzu, |Nru 5 |u |s-Sur Vella'],
    ['nl', 'mevrouw Jansen, art. 70, lid 2, 4 maart', 'mevrouw Jansen, |art. 70, |lid 2, |4 maart'],
    ['pt', 'o Sr. Silva, art. 70, n.º 2, a 4 de março', 'o |Sr. Silva, |art. 70, |n.º 2, |a |4 de março'],
    ['pt-BR', 'em 1º de março de 2026', 'em |1º de março |de |2026'],
    ['ro', 'dna Popescu, art. 70, 20 de scrisori', 'dna Popescu, |art. 70, |20 de |scrisori'],
    ['sv', 'artikel 70 och 71, den 4 mars', 'artikel 70 |och 71, |den |4 mars'],
    ['tr', '4 Mart, madde 70, Sayın Ayşe, 12 ülke ve 3', '4 Mart, |madde 70, |Sayın Ayşe, |12 ülke |ve |3'],
    ['bg', 'по чл. 70, ал. 2 на г-жа Петрова до 4 март', 'по |чл. 70, |ал. 2 |на |г-жа Петрова |до |4 март'],
    ['cs', 'v čl. 70 odst. 2 (č. 5) pan Novák 4. března', 'v čl. 70 |odst. 2 |(č. 5) |pan Novák |4. března'],
    ['cs', 'V domě (i u babičky), a v 5 „k ránu“, s „X“', 'V domě |(i u babičky), |a v 5 |„k ránu“, |s „X“'],
    [
      'cs',
      'firma a. s. přišla ve dne; rock-a roll, 2a odst. 5.a text',
      'firma |a. s. |přišla |ve |dne; |rock-|a |roll, |2a |odst. 5.a |text',
    ],
    ['sk', 'v dome a u mamy, k nej', 'v dome |a |u mamy, |k nej'],
    ['hr', 'u čl. 70. st. 2. (br. 5) gđa Horvat 4. ožujka', 'u |čl. 70. |st. 2. |(br. 5) |gđa Horvat |4. ožujka'],
    ['sk', 'podľa čl. 70 ods. 2 pán Novák 4. marca', 'podľa |čl. 70 |ods. 2 |pán Novák |4. marca'],
    ['sl', 'po točki 2 (št. 5) ga. Novak 4. maja', 'po |točki 2 |(št. 5) |ga. Novak |4. maja'],
    ['en', 'an e-mail to a well-known office', 'an |e-mail |to |a |well-|known |office'],
    ['ru', 'г-жа Петрова и д-р Иванов', 'г-жа Петрова |и д-р Иванов'],
    ['uk', 'за ст. 70, п. 2 пані Шевчук до 4 березня', 'за |ст. 70, |п. 2 |пані Шевчук |до |4 березня'],
  ])('in %s: %s', (language, text, expected) => {
    expect(barred(text, language)).toBe(expected);
  });
});

describe('in a language whose words have signs of regular expressions', () => {
  const NONE = { beforeWords: [], beforeNumbers: [], beforeNames: [], notCounted: [], conjunctions: [] };
  const barredIn = (changes: Partial<LocaleData>, text: string): string => {
    const places = findLineBreaks(text, createUnbreakableSpaceFinder(createConventions({ ...INVENTED, ...changes })));
    return places.map(({ position }, index) => text.slice(places[index - 1]?.position ?? 0, position)).join('|');
  };

  test('the words are taken as they are', () => {
    expect(barredIn({}, 'kap. 3 kapu 3')).toBe('kap. 3 |kapu |3');
    expect(barredIn({ keptTogether: { ...NONE, beforeWords: ['n.'] } }, 'n. de nu de')).toBe('n. de |nu |de');
    const months = INVENTED.months.map((month) => `${month.slice(0, 3)}.`);
    expect(barredIn({ months }, '4 va uno. 4 va unox')).toBe('4 va uno. |4 va |unox');
    const date = '{day} v. {month} {year}';
    expect(barredIn({ date, months: ['Uno'] }, '4 v. Uno, 4 va Uno')).toBe('4 v. Uno, |4 va |Uno');
    expect(barredIn({ firstDay: '1(a)' }, '1(a) unoember')).toBe('1(a) unoember');
  });

  test('a list without words keeps nothing together', () => {
    expect(barredIn({ keptTogether: NONE }, 'kap. 3 un Berg 4 Li')).toBe('kap. |3 un |Berg |4 Li');
  });
});

describe('spaces at punctuation', () => {
  const runOf = (text: string): TextRun => {
    const look = { face: 'serif', size: 10, rise: 0, colour: [0, 0, 0], figures: 'lining' } as const;
    return { ...look, text, leaf: undefined, note: undefined, isolate: undefined };
  };
  /** The texts as they are set: `~` is a thin space, `_` a no-break space. */
  const spaced = (language: string, ...texts: readonly string[]): string =>
    createPunctuationSpaceSetter(conventionsOf(language))(texts.map(runOf))
      .map(({ text }) => text)
      .join('|')
      .replaceAll('\u202F', '~')
      .replaceAll('\u00A0', '_');

  test.each([
    [['Comment ?'], 'Comment~?'],
    [['Comment? Ainsi; voilà!'], 'Comment~? Ainsi~; voilà~!'],
    [['ceci : cela: fin'], 'ceci_: cela_: fin'],
    [['« oui »', ' «non»'], '«_oui_»| «_non_»'],
    [['mot', ' : suite'], 'mot|_: suite'],
    [['mot', ': suite'], 'mot|_: suite'],
    [['https://a.example/b?c=1;d?/e', ' à 10:30'], 'https://a.example/b?c=1;d?/e| à 10:30'],
    [['https://a.example/b ; voilà ;puis'], 'https://a.example/b~; voilà~;puis'],
    [['quoi ?!'], 'quoi~?!'],
    [['« Quoi ? » Non !'], '«_Quoi~?_» Non~!'],
    [['«Quoi?» et «»'], '«_Quoi~?_» et «_»'],
    [['quoi ? !'], 'quoi~?~!'],
    [['(?)'], '(?)'],
  ])('are set in French as in %j', (typed, expected) => {
    expect(spaced('fr', ...typed)).toBe(expected);
  });

  test.each([
    ['ceci\u202F: cela\u00A0; ou\u00A0? non\u202F!', 'ceci~: cela_; ou_? non~!'],
    ['«\u202Foui\u202F» et «\u00A0non\u00A0»', '«~oui~» et «_non_»'],
  ])('stay as they are typed, if they are no-break spaces: %j', (typed, expected) => {
    expect(spaced('fr', typed)).toBe(expected);
  });

  test('are thin in Swiss French, and none in guillemets', () => {
    expect(spaced('fr-CH', 'ceci: cela ; «oui» !')).toBe('ceci~: cela~; «oui»~!');
    const { notice, labels } = conventionsOf('fr-CH');
    for (const words of [notice.draft, notice.specimen]) expect(words).toMatch(/\u202F:/u);
    expect(plainText(referenceLine({ label: labels.ours, value: createTextNode('5') }, conventionsOf('fr-CH')))).toBe(
      'Nos références\u202F: 5',
    );
  });

  test('are set only at the marks of a language, of which it may have none before or after', () => {
    const setSpaces = createPunctuationSpaceSetter({
      thinSpaces: { before: [], after: ['–'], noSpaceAfter: [] },
      noBreakSpaces: undefined,
      quotationMarks: { open: '„', close: '“' },
    });
    expect(setSpaces([runOf('a–b? c: d')]).map(({ text }) => text)).toEqual(['a–\u202Fb? c: d']);
  });

  test('are thin at a mark that has both kinds', () => {
    const setSpaces = createPunctuationSpaceSetter({
      thinSpaces: { before: [':'], after: [], noSpaceAfter: [] },
      noBreakSpaces: { before: [':', '»'], after: ['«'] },
      quotationMarks: { open: '«', close: '»' },
    });
    expect(setSpaces([runOf('« a » : b')]).map(({ text }) => text)).toEqual(['«\u00A0a\u00A0»\u202F: b']);
  });

  test.each(['en', 'es', 'ar', 'de', 'ru'])('are not set in %s', (language) => {
    expect(spaced(language, 'who? « yes » ; no :')).toBe('who? « yes » ; no :');
  });
});
