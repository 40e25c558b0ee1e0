import type { FieldError } from '../../../platform/errors';
import { validationMessage } from '../../../platform/http/validation/texts';
import type { InboxItemType } from '../inbox-item-type';
import type { Decision } from './outcome';

export const PARTS = ['message', 'validUntil', 'lines', 'offerVersion', 'registration', 'sendMail'] as const;
type Part = (typeof PARTS)[number];

interface Rule {
  readonly required: readonly Part[];
  readonly allowed: readonly Part[];
}

const WITH_MESSAGE: Rule = { required: [], allowed: ['message'] };

/** What each decision takes, by the type of the item. */
const RULES: Readonly<Record<InboxItemType, Readonly<Partial<Record<Decision, Rule>>>>> = {
  ORDER: { ACCEPTED: WITH_MESSAGE, REJECTED: WITH_MESSAGE },
  QUOTE_REQUEST: {
    OFFER_MADE: { required: ['validUntil', 'lines'], allowed: ['message', 'offerVersion'] },
    REJECTED: WITH_MESSAGE,
    ACKNOWLEDGED: { required: ['offerVersion'], allowed: [] },
  },
  REGISTRATION: {
    ACCEPTED: { required: ['registration'], allowed: [] },
    REJECTED: { required: ['sendMail'], allowed: ['message'] },
  },
};

type Wanted = { readonly decision: Decision } & { readonly [part in Part]?: unknown };

/** One error for each part that is missing, or not applicable to the item's type and the decision. */
export function partErrors(type: InboxItemType, wanted: Wanted): FieldError[] {
  const rules = RULES[type];
  const rule = rules[wanted.decision];
  if (!rule) return [wrongDecision(Object.keys(rules))];
  const given = PARTS.filter((part) => wanted[part] !== undefined);
  const missing = rule.required.filter((part) => !given.includes(part));
  const notApplicable = given.filter((part) => ![...rule.required, ...rule.allowed].includes(part));
  return [
    ...missing.map((part) => ({ pointer: `/${part}`, ...validationMessage('required') })),
    ...notApplicable.map((part) => ({ pointer: `/${part}`, ...NOT_APPLICABLE })),
  ];
}

const NOT_APPLICABLE = {
  code: 'not-applicable',
  texts: {
    de: 'Diese Angabe passt nicht zu dieser Entscheidung.',
    en: 'This does not go with this decision.',
  },
};

function wrongDecision(choices: readonly string[]): FieldError {
  const values = choices.join(', ');
  return {
    pointer: '/decision',
    code: 'choice',
    texts: { de: `Hier sind möglich: ${values}.`, en: `Possible here: ${values}.` },
  };
}
