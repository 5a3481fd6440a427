/** The library brings no types for its patterns; only itself reads them. */
declare module 'hyphen/patterns/*' {
  const patterns: unknown;
  export default patterns;
}
