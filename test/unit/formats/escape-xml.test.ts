import { expect, test } from 'vitest';
import { escapeXml } from '../../../src/formats/escape-xml.ts';

test.each([
  ['an end tag and a script', '</text><script>alert(1)</script>', '&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['the end of an attribute', `" onload='x'`, '&quot; onload=&#39;x&#39;'],
  ['a reference', '&#60;b&#62; &lt;', '&amp;#60;b&amp;#62; &amp;lt;'],
  ['a CDATA section', '<![CDATA[ ]]>', '&lt;![CDATA[ ]]&gt;'],
  ['control characters', '\u0000a\u001Bb\u000Bc', '\uFFFDa\uFFFDb\uFFFDc'],
  ['characters that are none', '\uFFFEa\uFFFF', '\uFFFDa\uFFFD'],
  ['halves of surrogate pairs', '\uD83Da\uDE00', '\uFFFDa\uFFFD'],
  ['nothing in words of any script', 'Łódź محكمة 😀 a\tb\nc', 'Łódź محكمة 😀 a\tb\nc'],
])('escapes %s', (_, text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});
