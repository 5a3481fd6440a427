import { fault, warning, type Diagnostic, type DiagnosticExtras } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import { findInclusionOrder } from './inclusion-order.ts';
import { unknownNameHint } from './unknown-name-hint.ts';
import { inclusionsIn, type InclusionStatement, type ValuePath, type Statement, type Template } from './template.ts';
import { keyOfPartial, partialNameOf, type TemplatesByKey } from './text-keys.ts';
import type { View } from './campaign-view.ts';

/**
 * Validates that every included partial exists and receives the arguments that it uses. A partial that no template
 * includes is a warning. `isComplete`: all templates of the language could be parsed; if not, missing and unused
 * partials are not reported.
 */
export function validatePartials(
  templates: TemplatesByKey,
  language: Language,
  isComplete: boolean,
  view: View,
): readonly Diagnostic[] {
  const inclusions = [...templates.values()].flatMap(inclusionsIn);
  const unknownInclusions = inclusions.filter(({ partial }) => !templates.has(keyOfPartial(partial)));
  const names = [...templates.keys()].flatMap((key) => partialNameOf(key) ?? []);
  const partialDiagnostics = names.flatMap((name) => {
    const template = templates.get(keyOfPartial(name));
    if (template === undefined) return [];
    const inclusionsOfPartial = inclusions.filter(({ partial }) => partial === name);
    if (inclusionsOfPartial.length > 0) return validateArguments(name, template, inclusionsOfPartial, view);
    return isComplete ? [unusedPartialWarning(template)] : [];
  });
  return [
    ...(isComplete ? unknownInclusions.map((inclusion) => unknownPartialFault(inclusion, names, language)) : []),
    ...partialDiagnostics,
  ];
}

function unknownPartialFault(
  { partial, span }: InclusionStatement,
  names: readonly string[],
  language: Language,
): Diagnostic {
  const hint =
    names.length === 0 ? say`Partials are files in ${`${language}/partials/`}.` : unknownNameHint(partial, names);
  return fault('template/unknown-partial', span, say`there is no partial ${partial}`, { hint });
}

function unusedPartialWarning({ file }: Template): Diagnostic {
  const hint = say`Include it with ${'{{> name}}'}, or remove the file.`;
  return warning('template/unused-partial', fileStart(file), say`no text includes this partial`, { hint });
}

/**
 * Validates the arguments of a partial at all tags that include it. If at least one tag passes a name that the partial
 * uses, the name is a parameter, which every tag must pass. A name that the partial uses and no tag passes is unknown.
 */
function validateArguments(
  name: string,
  partial: Template,
  inclusions: readonly InclusionStatement[],
  view: View,
): readonly Diagnostic[] {
  const usedPaths = rootPaths(partial.statements, 0);
  const passedNames = new Set(inclusions.flatMap((inclusion) => inclusion.args.map((argument) => argument.name)));
  const neverPassedPaths = usedPaths.filter((path) => !passedNames.has(path.name));
  /** The parameters by name, each with the first path that uses it. */
  const parameters = new Map<string, ValuePath>();
  for (const path of usedPaths)
    if (passedNames.has(path.name) && !parameters.has(path.name)) parameters.set(path.name, path);
  const faults = inclusions.flatMap((inclusion) => [
    ...[...parameters].flatMap(([parameter, path]) => missingArgumentFaults(name, inclusion, parameter, path)),
    // If the partial misspells the name of an argument, the argument only seems to be unused.
    ...(neverPassedPaths.length > 0
      ? []
      : inclusion.args.flatMap((argument) => unusedArgumentFaults(name, argument, parameters))),
  ]);
  return [
    ...neverPassedPaths.map((path) => neverPassedFault(name, path, [...passedNames], inclusions, view)),
    ...faults,
  ];
}

/**
 * Returns the paths that refer to the root scope rather than to an element of a loop. `loopDepth` is the number of
 * enclosing `#each` blocks.
 */
function rootPaths(statements: readonly Statement[], loopDepth: number): readonly ValuePath[] {
  const pathIfRoot = (path: ValuePath): readonly ValuePath[] =>
    path.loopVariable === undefined && path.depth === loopDepth ? [path] : [];
  return statements.flatMap((statement): readonly ValuePath[] => {
    switch (statement.kind) {
      case 'value':
      case 'plural':
        return pathIfRoot(statement.path);
      case 'condition':
        return [...pathIfRoot(statement.path), ...rootPaths([...statement.present, ...statement.absent], loopDepth)];
      case 'repetition':
        return [
          ...pathIfRoot(statement.path),
          ...rootPaths(statement.each, loopDepth + 1),
          ...rootPaths(statement.none, loopDepth),
        ];
      case 'inclusion':
        return statement.args.flatMap(({ value }) => (typeof value === 'string' ? [] : pathIfRoot(value)));
      default:
        return [];
    }
  });
}

function missingArgumentFaults(
  name: string,
  inclusion: InclusionStatement,
  parameter: string,
  path: ValuePath,
): readonly Diagnostic[] {
  if (inclusion.args.some((argument) => argument.name === parameter)) return [];
  const extras: DiagnosticExtras = {
    hint: say`Write ${`{{> ${name} ${parameter}=…}}`}.`,
    related: [{ span: path.span, message: say`needed here` }],
  };
  return [fault('template/wrong-argument', inclusion.span, say`the partial ${name} is not given ${parameter}`, extras)];
}

function unusedArgumentFaults(
  name: string,
  { name: argument, span }: InclusionStatement['args'][number],
  parameters: ReadonlyMap<string, ValuePath>,
): readonly Diagnostic[] {
  if (parameters.has(argument)) return [];
  const names = [...parameters.keys()];
  const hint = names.length === 0 ? say`Leave it out.` : unknownNameHint(argument, names);
  return [fault('template/wrong-argument', span, say`the partial ${name} does not use ${argument}`, { hint })];
}

/** Returns the fault for a name that no tag passes: it is misspelt, or a path of the view, which a tag has to pass. */
function neverPassedFault(
  name: string,
  path: ValuePath,
  passedNames: readonly string[],
  inclusions: readonly InclusionStatement[],
  { rows }: View,
): Diagnostic {
  const isInView = rows.some((row) => row.path === path.name);
  const parameter = path.name.split('.').at(-1) ?? '';
  const hint = isInView
    ? say`A partial sees only what it is given: write ${`{{${parameter}}}`} here and ${`{{> ${name} ${parameter}=${path.name}}}`} where it is included.`
    : [...say`A partial sees only what it is given. `, ...unknownNameHint(path.name, passedNames)];
  const related = inclusions.slice(0, 1).map(({ span }) => ({ span, message: say`included here` }));
  return fault('template/unknown-path', path.span, say`the partial ${name} is not given ${path.text}`, {
    hint,
    related,
  });
}

/** Returns a fault for each cycle of partials, which include each other, at the tag that closes the cycle. */
export function cycleFaults(templates: TemplatesByKey): readonly Diagnostic[] {
  return findInclusionOrder(templates).cycles.map(({ keys, inclusion }) => {
    const cycle = [...keys, ...keys.slice(0, 1)].map((key) => partialNameOf(key)).join(' > ');
    const message = say`these partials include each other without end: ${cycle}`;
    return fault('template/recursion', inclusion.span, message, { hint: say`Take one of them out.` });
  });
}
