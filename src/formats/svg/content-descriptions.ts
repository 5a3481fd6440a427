import type { Language } from '../../model/language.ts';
import type { StructureElement } from '../../model/page.ts';

/** What the structure tree says of marked content. */
export interface ContentDescription {
  /** The language; undefined if it is that of the letter. */
  readonly language: Language | undefined;
  /** The words that stand for a picture. */
  readonly alternative: string | undefined;
}

/** Returns the description of marked content, by the page, which counts from 0, and its number on it (MCID). */
export type DescribeContent = (page: number, content: number) => ContentDescription | undefined;

/** Reads the descriptions of marked content from a structure tree. An element has the language of its parent. */
export function describeContents(structure: StructureElement): DescribeContent {
  const pages = new Map<number, Map<number, ContentDescription>>();

  function visit({ children, alternative, ...element }: StructureElement, inherited: Language | undefined): void {
    const language = element.language ?? inherited;
    for (const child of children) {
      if (child.kind === 'element') visit(child, language);
      if (child.kind !== 'content' || (language ?? alternative) === undefined) continue;
      const contents = pages.get(child.page) ?? new Map<number, ContentDescription>();
      pages.set(child.page, contents.set(child.content, { language, alternative }));
    }
  }

  visit(structure, undefined);
  return (page, content) => pages.get(page)?.get(content);
}
