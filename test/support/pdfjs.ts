/**
 * pdf.js, without its replacements of methods that Node has. Its build for Node replaces these for the sake of rare
 * defects of engines. All test files that come later in the same process would use them, and be slower by a twentieth.
 */
const REPLACED = [
  [Array.prototype, 'push'],
  [Function.prototype, 'toString'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
] as const;

const own = REPLACED.map(([of, name]) => [of, name, Object.getOwnPropertyDescriptor(of, name) ?? {}] as const);

export const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

for (const [of, name, method] of own) Object.defineProperty(of, name, method);
