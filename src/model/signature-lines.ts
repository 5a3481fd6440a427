import type { SignatureLine } from './letter.ts';
import { createTextNode, type Inline, type Text } from './tree.ts';

/** From this number of signatures on, they are a list of names; fewer each have room to sign by hand. */
export const LISTED_SIGNATURES = 10;

/** Whether so many signatures are a list of names, without room to sign by hand. */
export function areListed({ length }: readonly unknown[]): boolean {
  return length >= LISTED_SIGNATURES;
}

/**
 * Returns the lines of a signature in the order in which letters print them, the name of who signs first: person, title,
 * for whom the person signs, organisation, country. Without a person, the organisation signs.
 */
export function signatureLines({ person, title, onBehalfOf, organisation, country }: SignatureLine): readonly Text[] {
  const lines =
    person === undefined
      ? [organisation, title, onBehalfOf, country]
      : [person, title, onBehalfOf, organisation, country];
  return textNodes(lines);
}

/**
 * Returns the lines of a signature in a long list, in the order in which letters print them: organisation, person, title,
 * for whom the person signs, country.
 */
export function listedSignatureLines(signature: SignatureLine): readonly Text[] {
  const { person, title, onBehalfOf, organisation, country } = signature;
  return textNodes([organisation, person, title, onBehalfOf, country]);
}

/** Returns the content of the lines of a signature in a long list, of which the name of the organisation is bold. */
export function listedSignatureContent(signature: SignatureLine): readonly (readonly Inline[])[] {
  return listedSignatureLines(signature).map((line, index) =>
    index === 0 ? [{ type: 'strong', children: [line] }] : [line],
  );
}

function textNodes(lines: readonly (string | Text | undefined)[]): readonly Text[] {
  return lines.flatMap((line) => (line === undefined ? [] : typeof line === 'string' ? createTextNode(line) : line));
}

/** Signatures of a long list that have the same heading, or none. */
export interface SignatureGroup {
  readonly heading: string | undefined;
  readonly signatures: readonly SignatureLine[];
}

/** Divides the signatures of a long list by their headings. */
export function groupSignatures(signatures: readonly SignatureLine[]): readonly SignatureGroup[] {
  const groups: { readonly heading: string | undefined; readonly signatures: SignatureLine[] }[] = [];
  for (const signature of signatures) {
    const group = groups.at(-1);
    if (group !== undefined && group.heading === signature.heading) group.signatures.push(signature);
    else groups.push({ heading: signature.heading, signatures: [signature] });
  }
  return groups;
}
