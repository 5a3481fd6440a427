/** ", art. 70; art. 112": what follows a note and says where in the source, nothing if that is not said. */
export function pinpoints(places: readonly string[]): string {
  return places.length === 0 ? '' : `, ${places.join('; ')}`;
}
