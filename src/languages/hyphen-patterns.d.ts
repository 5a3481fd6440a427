/** The package `hyphen` has no types for its patterns. Only the package itself reads them, so `unknown` suffices. */
declare module 'hyphen/patterns/*' {
  const patterns: unknown;
  export default patterns;
}
