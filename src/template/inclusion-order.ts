import { inclusionsIn, type InclusionStatement } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';

/** The maximum depth of partials that include each other. Rendering reports the tag that exceeds it. */
export const MAX_NESTED_PARTIALS = 32;

/** The order in which templates include each other. */
export interface InclusionOrder {
  /** The keys of the templates, each after those of the partials that it includes, unless they are in a cycle. */
  readonly keys: readonly string[];
  readonly cycles: readonly InclusionCycle[];
}

/** A cycle of partials that include each other. */
export interface InclusionCycle {
  /** The keys of the partials, of which the last includes the first. */
  readonly keys: readonly string[];
  /** The tag that closes the cycle. */
  readonly inclusion: InclusionStatement;
}

/**
 * Returns the order of inclusion, found by depth-first search. The search is a loop, because a chain of thousands of
 * partials would exceed the stack of a recursive function. Partials that are not there are left out.
 */
export function findInclusionOrder(templates: TemplatesByKey): InclusionOrder {
  const keys: string[] = [];
  const cycles: InclusionCycle[] = [];
  const visitedKeys = new Set<string>();
  for (const firstKey of templates.keys()) {
    /** The keys from the first template to the one that is being visited. */
    const stack: string[] = [];
    /** The tags of these templates that are not yet followed. */
    const openTags = new Map<string, InclusionStatement[]>();
    const visit = (key: string): void => {
      const template = templates.get(key);
      if (template === undefined || visitedKeys.has(key)) return;
      visitedKeys.add(key);
      stack.push(key);
      openTags.set(key, inclusionsIn(template).toReversed());
    };
    visit(firstKey);
    for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
      const inclusion = openTags.get(key)?.pop();
      if (inclusion === undefined) {
        keys.push(key);
        openTags.delete(key);
        stack.pop();
        continue;
      }
      const includedKey = keyOfPartial(inclusion.partial);
      if (openTags.has(includedKey)) cycles.push({ keys: stack.slice(stack.indexOf(includedKey)), inclusion });
      else visit(includedKey);
    }
  }
  return { keys, cycles };
}
