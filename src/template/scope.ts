import { type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { listed } from './listed.ts';
import type { ViewRow } from './view.ts';

/** What can be named somewhere, and what kind of thing each name is, before any recipient is known. */
export type Scope = ReadonlyMap<string, NameType>;

export type NameType =
  { readonly kind: 'text'; readonly optional: boolean } | { readonly kind: 'list'; readonly elements: Scope };

/** What a template sees that is handed rows of the view. */
export function scopeOf(rows: readonly ViewRow[]): Scope {
  return new Map(
    rows.map((row): [string, NameType] => {
      if (row.type === 'text') return [row.path, { kind: 'text', optional: row.needs.length > 0 }];
      const fields = row.fields.map(({ name }): [string, NameType] => [name, { kind: 'text', optional: false }]);
      return [row.path, { kind: 'list', elements: new Map(fields) }];
    }),
  );
}

/** The hint for a name that is not there: what was probably meant, and what there is; `helpers` are only meant. */
export function hintOfNames(typed: string, names: readonly string[], helpers: readonly string[] = []): Message {
  const meant = meantName(typed, [...names, ...helpers]);
  if (names.length === 0 && meant === undefined) return say`Nothing can be named here.`;
  const all = names.length === 0 ? [] : [...say`Here one can name: `, ...listed(names), '.'];
  return meant === undefined ? all : [...say`Did you mean ${meant}? `, ...all];
}

/** The same name in another scope; else the nearest; else the only one of which the first part was left out. */
function meantName(typed: string, names: readonly string[]): string | undefined {
  const elsewhere = names.find((name) => withoutWayOut(name) === withoutWayOut(typed));
  const nearest = elsewhere ?? nearestName(typed, names);
  if (nearest !== undefined) return nearest;
  const [whole, ...others] = names.filter((name) => name.endsWith(`.${typed}`));
  return others.length === 0 ? whole : undefined;
}

function withoutWayOut(name: string): string {
  return name.replace(/^(?:\.\.\/)+/, '');
}
