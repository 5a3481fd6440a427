import type { Furniture } from '../furniture.ts';
import { inARow } from './in-a-row.ts';
import { pinpoints } from './pinpoints.ts';

export const spanish: Furniture = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  date: (day, month, year) => `${day} de ${month} de ${year}`,
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  enclosures: (count) => (count === 1 ? 'Anexo' : 'Anexos'),
  copies: 'Con copia a',
  notice: {
    specimen: 'Muestra: paráfrasis no aprobada por las organizaciones mencionadas; no debe enviarse.',
    draft: 'Borrador: no aprobado; no debe enviarse.',
  },
  translation: {
    ofEnglish: 'Traducción de cortesía; el texto firmado es el inglés.',
    ofAnother: 'Traducción de cortesía; el texto firmado es el original.',
  },
  unsigned: { specimen: 'Muestra', draft: 'Borrador' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'petición' : 'peticiones'} ${inARow(numbers, ' y ')}`,
  pinpoints,
  linkTo: (url) => `Enlace a ${url}`,
  writingDirection: 'ltr',
};
