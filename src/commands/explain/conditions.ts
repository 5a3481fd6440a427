import type { Condition } from '../../model/condition.ts';
import { formatFieldValue, isListOfValues } from '../../model/field.ts';

/** Formats a condition in English: "eu-minister and in the group asp-bureau and not (State FI)". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'everyone':
      return 'everyone';
    case 'role':
      return condition.role;
    case 'group':
      return `in the group ${condition.group}`;
    case 'state':
      return `State ${condition.states.join(' or ')}`;
    case 'language':
      return `in the language ${condition.languages.join(' or ')}`;
    case 'fact':
      return `${condition.fact} is ${condition.value ? 'true' : 'false'}`;
    case 'field': {
      const { field, asked } = condition;
      if (isListOfValues(asked)) return `${field} is ${asked.map(formatFieldValue).join(' or ')}`;
      const from = asked.from === undefined ? '' : ` from ${formatFieldValue(asked.from)}`;
      const to = asked.to === undefined ? '' : ` to ${formatFieldValue(asked.to)}`;
      return `${field} is${from}${to}`;
    }
    case 'not':
      return `not (${conditionText(condition.not)})`;
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or ';
      return condition.of
        .map((part) => (needsParentheses(part) ? `(${conditionText(part)})` : conditionText(part)))
        .join(word);
    }
  }
}

/** Whether the condition needs parentheses inside `all` or `any`. (`not` has its own, in `conditionText`.) */
function needsParentheses(condition: Condition): boolean {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}
