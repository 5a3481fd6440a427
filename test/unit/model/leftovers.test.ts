import { describe, expect, test } from 'vitest';
import { findLeftoversInValue, findLeftoversInWords } from '../../../src/model/leftovers.ts';

/** The leftovers of a value: its kind and words, with a question mark if a real name can look so. */
function inValue(text: string): readonly string[] {
  return findLeftoversInValue(text).map(({ kind, words, isDoubtful }) => `${kind} ${words}${isDoubtful ? '?' : ''}`);
}

function inMarkdown(text: string, quotesInGuillemets = false): readonly string[] {
  return findLeftoversInWords(text, 'markdown', quotesInGuillemets).map(
    ({ kind, words, isDoubtful }) => `${kind} ${words}${isDoubtful ? '?' : ''}`,
  );
}

/** UTF-8 that a program decoded with another encoding. */
function decodedAs(encoding: string, text: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

describe('what programs write if there is no value', () => {
  test.each([
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#DIV/0!',
    '#NAME?',
    '#NV',
    '#BEZUG!',
    '#VALEUR!',
    '#¡REF!',
    '#Н/Д',
    'Err:502',
  ])('%s is an error value, alone and among words', (value) => {
    expect(inValue(value)).toEqual([`error-value ${value}`]);
    expect(inValue(`Minister of ${value}, x`)).toEqual([`error-value ${value}`]);
    expect(inMarkdown(`Dear ${value}, x`)).toEqual([`error-value ${value}`]);
  });

  test.each(['NULL', 'null', 'undefined', 'NaN', 'nil', 'none', 'N/A', '[object Object]', '(blank)', '0', '-', '???'])(
    '%s is no value',
    (value) => {
      expect(inValue(value)).toEqual([`no-value ${value}`]);
    },
  );

  test.each(['Null', 'Nan', 'None', 'NA', 'Nil'])('%s can be a name', (value) => {
    expect(inValue(value)).toEqual([`no-value ${value}?`]);
  });

  test('such a word beside others can be meant', () => {
    expect(inValue('Mr undefined')).toEqual(['no-value undefined?']);
    expect(inValue('Anna None')).toEqual(['no-value None?']);
    expect(inValue('1.23457E+12')).toEqual(['error-value 1.23457E+12']);
  });

  test.each(['Erika Nullmann', 'Nan Province', 'Na Li', 'Nonette', 'Apt #4', 'Plaza #400', 'C/O X', '2/3', 'N', ''])(
    '%j is a value',
    (value) => {
      expect(inValue(value)).toEqual([]);
    },
  );

  test('a text may say that something is null, undefined or none', () => {
    expect(inMarkdown('It is null and void, and undefined. None of it holds.')).toEqual([]);
  });
});

describe('fields that were not filled in', () => {
  test.each([
    '«Name»',
    '«First_Name»',
    '«Vorname»',
    '<<Name>>',
    '*|FNAME|*',
    '((name))',
    '[NAME]',
    '[insert name]',
    '[Your Name]',
    '%name%',
    '%%FirstName%%',
    '%s',
    '[[name]]',
    '@@name@@',
  ])('%s', (field) => {
    expect(inValue(field)).toEqual([`field ${field}`]);
    expect(inValue(`Mr ${field}, Hall`)).toEqual([`field ${field}`]);
    expect(inMarkdown(`Dear ${field},`)).toEqual([`field ${field}`]);
  });

  test.each(['{{name}}', '{name}', '${name}', '#{name}', '{% if x %}', '<%= name %>', '____'])(
    '%s in a value',
    (field) => {
      expect(inValue(`Mr ${field}`)).toEqual([`field ${field}`]);
    },
  );

  test.each([
    'ООО «Ромашка»',
    'АО «Газпром»',
    'Fundación «Esperanza»',
    '«Nauka»',
    '« Nom »',
    '«eSwatini»',
    'Smith [ed.] v. Jones',
    '[2024] EWHC 12',
    'Court [CJEU]',
    '100 % of 50%',
    '((a) and (b))',
    'snake_case',
    'a*b',
  ])('%s is none', (value) => {
    expect(inValue(value)).toEqual([]);
  });

  test('in a language that quotes in guillemets, a word that names a field is doubtful, an identifier is not', () => {
    expect(inMarkdown('la palabra «Nombre» y «pueden constituir»', true)).toEqual(['field «Nombre»?']);
    expect(inMarkdown('Señor «Primer_Nombre»', true)).toEqual(['field «Primer_Nombre»']);
  });

  test('links and quotations in a text are none', () => {
    expect(inMarkdown('[Name](https://example.org) and [the State] and [t]he [sic]')).toEqual([]);
  });

  test('filler text', () => {
    expect(inValue('Lorem ipsum dolor')).toEqual(['filler Lorem ipsum']);
    expect(inMarkdown('lorem\nipsum')).toEqual(['filler lorem\nipsum']);
  });
});

describe('text in the wrong encoding', () => {
  test.each([
    'Zoë',
    'Müller',
    'São Paulo',
    'Łukasz Żółć',
    'José Núñez',
    'Иван',
    'Χρήστος',
    'محمد',
    'À propos',
    'Ångström',
    'Côte d’Ivoire',
    'naïve',
    'Đặng',
    '山田',
    'नमस्ते',
    'עברית',
    'ÉTÉ',
    'Ødegaard',
    'Žižek',
  ])('UTF-8 that was read as Windows-1252: %s', (text) => {
    expect(inValue(text)).toEqual([]);
    expect(inValue(decodedAs('windows-1252', text))).toContainEqual(expect.stringMatching(/^encoding/u));
    expect(inMarkdown(decodedAs('windows-1252', text))).toContainEqual(expect.stringMatching(/^encoding/u));
  });

  test.each(['Zoë', 'Müller', 'José Núñez', 'Иван Петров', 'Côte d’Ivoire', 'São Paulo'])(
    'UTF-8 that was read as Windows-1251 or Mac Roman: %s',
    (text) => {
      expect(inValue(decodedAs('windows-1251', text))).toContainEqual(expect.stringMatching(/^encoding/u));
      expect(inValue(decodedAs('macintosh', text))).toContainEqual(expect.stringMatching(/^encoding/u));
    },
  );

  test('letters that became question marks, and Cyrillic that was read as Latin', () => {
    expect(inValue('M?ller')).toEqual(['encoding M?ller']);
    expect(inValue('Èâàí')).toEqual(['encoding Èâàí?']);
  });

  test.each([
    'JYVÄSKYLÄ',
    '“JYVÄSKYLÄ”',
    '«LIBERTÉ»',
    'voilà\u00A0»',
    'MARANHÃO',
    'Å',
    'jäääär',
    'Рёрих',
    'Різдво',
    'Ñuñoa',
    'Who? What?',
    'https://example.org/a?b=c',
    'Ánh',
    'Ýr Þórðardóttir',
    '§ 5',
    '€ 5',
  ])('%s is right', (value) => {
    expect(inValue(value)).toEqual([]);
  });

  test('no name of a region, a language or a currency in fifty languages looks like a leftover', () => {
    const locales =
      'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km ko lt lv mk mn ms nb nl pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh'.split(
        ' ',
      );
    const codes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').flatMap((a, _, all) => all.map((b) => a + b));
    const names = locales.flatMap((locale) => {
      const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
      const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
      return codes.flatMap((code) => [regions.of(code) ?? [], languages.of(code.toLowerCase()) ?? []].flat());
    });
    expect(names.length).toBeGreaterThan(10_000);
    const found = names.flatMap((name) => [name, `«${name}»`, `“${name.toUpperCase()}”`].flatMap(inValue));
    expect(found).toEqual([]);
  });
});

describe('what is printed as it is typed', () => {
  test.each([
    ['O&#39;Brien', 'html &#39;'],
    ['R&amp;D', 'html &amp;'],
    ['a&nbsp;b', 'html &nbsp;'],
    ['M&uuml;ller', 'html &uuml;'],
    ['Hall<br>Street', 'html <br>'],
    ['C\\u00f4te', 'escape \\u00f4'],
    ['Hall\\nStreet', 'escape \\n'],
    ["D\\'Arcy", "escape \\'"],
    ['Town%20Hall', 'escape %20'],
    ['M=C3=BCller', 'escape =C3=BC'],
  ])('%s', (value, expected) => {
    expect(inValue(value)).toEqual([expected]);
  });

  test.each(['AT&T', 'R&D; x', '5 < 6', '<x>', 'https://example.org/a%20b&copy=1', 'back\\slash'])(
    '%s is right',
    (value) => {
      expect(inValue(value)).toEqual([]);
    },
  );

  test('a character reference is right in Markdown, and wrong if it is escaped', () => {
    expect(inMarkdown('a&nbsp;b &amp; c')).toEqual([]);
    expect(inMarkdown('O&amp;#39;Brien')).toEqual(['html &amp;#39;']);
    expect(findLeftoversInWords('a&nbsp;b', 'form', false)).toHaveLength(1);
  });
});

describe('a space before a comma or a full stop', () => {
  test.each([
    ['Upper Town , Anna', 'spacing Town ,'],
    ['Upper Town ,Anna', 'spacing Town ,'],
    ['The Society .', 'spacing Society .'],
  ])('%s', (value, expected) => {
    expect(inValue(value)).toEqual([expected]);
  });

  test.each(['Wait ...', 'Wait . . .', 'about .5', 'about ,5', 'Microsoft .NET', 'Dear Sir :', 'a, b.'])(
    '%s is right',
    (value) => {
      expect(inValue(value)).toEqual([]);
    },
  );
});

test.each(['Upper Town  , Anna', 'The Society  .', ' , Anna'])(
  '%j is left to the rule for surplus white space',
  (value) => {
    expect(inValue(value)).toEqual([]);
  },
);

test('working notes in a value', () => {
  expect(inValue('TBC')).toEqual(['note TBC']);
  expect(inValue('TBC Bank')).toEqual(['note TBC?']);
});

test.each(['<Name>', '<First_Name>', '<Your address>'])('a value has the field %s; in a text it is HTML', (field) => {
  expect(inValue(`Dear ${field}`)).toEqual([`field ${field}`]);
  expect(inMarkdown(`Dear ${field}`)).toEqual([]);
  expect(inValue('Love <3 and 5 <6> 7')).toEqual([]);
});
