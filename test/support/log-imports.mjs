// Given to Node with --import: names on standard error every package that is loaded.
import { register } from 'node:module';

const hooks = `
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(resolved.url)?.[1];
  if (name !== undefined) process._rawDebug('loaded ' + name);
  return resolved;
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
