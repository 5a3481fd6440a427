import { describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { haveSameObjects } from '../../src/formats/pdf/same-objects.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { attachmentOfSource } from '../../src/formats/pdf/pdf-attachments.ts';
import { createPdfWriter } from '../../src/formats/pdf/write-pdf.ts';
import { aLetter } from '../support/a-letter.ts';
import { valueOf } from '../support/outcomes.ts';
import { productFonts } from '../support/product-fonts.ts';
import { typesetWith } from '../support/typeset-with.ts';

const fonts = await productFonts();
const PDF = createPdfWriter(fonts, NO_PICTURES)(
  valueOf(typesetWith(aLetter(), stylesheetFor({ preset: 'international' }, 'a4'), fonts)),
  [attachmentOfSource({ name: 'letter.md', bytes: Buffer.from('# Letter\n'.repeat(50)) })],
);

describe('a PDF has other objects', () => {
  test('if any one of its bytes is another, but for those of deflated streams', () => {
    const text = Buffer.from(PDF).toString('latin1');
    const outside = text.replaceAll(/\nstream\n[^]*?\nendstream\n/g, (stream) => '\0'.repeat(stream.length));
    let changed = 0;
    for (let index = 0; index < PDF.length; index += 13) {
      if (outside[index] === '\0') continue;
      const other = PDF.slice();
      other[index] = (other[index] ?? 0) ^ 1;
      expect([index, haveSameObjects(PDF, other)]).toEqual([index, false]);
      changed += 1;
    }
    expect(changed).toBeGreaterThan(300);
  });
});
