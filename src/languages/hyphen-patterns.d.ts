/** The package `hyphen` has no types for its patterns, which only its own code reads. */
declare module 'hyphen/patterns/*' {
  const patterns: unknown;
  export default patterns;
}
