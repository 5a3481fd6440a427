import type { PagedLetter, StructureChild, StructureElement } from '../../src/model/page.ts';
import { elementsOf } from './read-pages.ts';

/** Where a long list of signatures is. Pages are counted from 0. */
export interface SignaturePlaces {
  /** The pages of each signature, in reading order. One that is divided has several. */
  readonly signatures: readonly (readonly number[])[];
  /** The pages of each heading, and the page of the signature below it. */
  readonly headings: readonly { readonly pages: readonly number[]; readonly below: number | undefined }[];
}

/** Finds the signatures in the structure of a letter that has no other list. */
export function signaturePlaces({ structure }: PagedLetter): SignaturePlaces {
  const groups = elementsOf(structure, 'Sect').filter(({ children }) => children.some(isList));
  return {
    signatures: elementsOf(structure, 'LI').map(pagesOf),
    headings: groups.map((group) => {
      const [heading, list] = group.children;
      const [first] = list?.kind === 'element' ? elementsOf(list, 'LI') : [];
      return {
        pages: heading === undefined ? [] : pagesOf(heading),
        below: first === undefined ? undefined : pagesOf(first)[0],
      };
    }),
  };
}

function isList(child: StructureChild): boolean {
  return child.kind === 'element' && child.role === 'L';
}

/** The pages with the content of an element, each once. */
export function pagesOf(child: StructureChild | StructureElement): readonly number[] {
  if (child.kind === 'content') return [child.page];
  return child.kind === 'element' ? [...new Set(child.children.flatMap(pagesOf))] : [];
}
