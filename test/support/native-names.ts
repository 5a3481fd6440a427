import type { TestFont } from './own-fonts.ts';

/** The names of States in scripts that the fonts of demarche lack: those of CLDR, and formal names. */
export const NATIVE_NAMES: readonly (readonly [font: TestFont, names: readonly string[]])[] = [
  ['armenian', ['Հայաստան', 'Հայաստանի Հանրապետություն']],
  ['bengali', ['বাংলাদেশ', 'গণপ্রজাতন্ত্রী বাংলাদেশ']],
  ['chinese', ['中国', '中华人民共和国', '新加坡', '新加坡共和国', '日本', '日本国']],
  ['devanagari', ['भारत', 'भारत गणराज्य', 'नेपाल']],
  ['ethiopic', ['ኢትዮጵያ', 'ኤርትራ', 'ሃገረ ኤርትራ']],
  ['georgian', ['საქართველო']],
  ['hebrew', ['ישראל', 'מדינת ישראל']],
  ['khmer', ['កម្ពុជា', 'ព្រះរាជាណាចក្រកម្ពុជា']],
  ['korean', ['대한민국', '한국', '조선']],
  ['lao', ['ລາວ', 'ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ']],
  ['myanmar', ['မြန်မာ', 'ပြည်ထောင်စု သမ္မတ မြန်မာနိုင်ငံတော်']],
  ['sinhala', ['ශ්‍රී ලංකාව']],
  ['tamil', ['சிங்கப்பூர் குடியரசு', 'இலங்கை']],
  ['thaana', ['ދިވެހިރާއްޖޭގެ ޖުމްހޫރިއްޔާ']],
  ['thai', ['ไทย', 'ราชอาณาจักรไทย']],
  ['tibetan', ['འབྲུག', 'འབྲུག་རྒྱལ་ཁབ']],
];
