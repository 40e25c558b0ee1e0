import type { ContactMatch, CustomerMatch } from '../../registration';
import type { SentRegistration } from '../arrivals/payload';
import type {
  InboxOutcomeDto,
  RegistrantDto,
  RegistrationMatchesDto,
  SentRegistrationDto,
} from '../inbox-parts.dto';
import type { InboxItem } from '../inbox-item.entity';
import { appearanceOf } from './look-alikes';

export function presentOutcome({ outcome, decidedAt }: InboxItem): InboxOutcomeDto | null {
  if (!outcome || !decidedAt) return null;
  const { decision, decidedBy, message, validUntil, lines, role, mailed } = outcome;
  return {
    decision,
    decidedAt,
    decidedBy: { id: decidedBy.id, name: decidedBy.name },
    message: message ?? null,
    validUntil,
    lines: lines?.map(({ lineId, netPriceCents }) => ({ lineId, netPriceCents })),
    role,
    mailed,
  };
}

/** What was typed, with what does not meet the eye. */
export function presentSentRegistration(sent: SentRegistration): SentRegistrationDto {
  const { company, firstName, lastName, email } = sent;
  return { ...sent, ...appearanceOf(email, [company, firstName, lastName]) };
}

export function presentRegistrant(sent: SentRegistration): RegistrantDto {
  const { company, firstName, lastName, email } = sent;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return { company, name, email, ...appearanceOf(email, [company, firstName, lastName]) };
}

export function presentMatches(matches: {
  readonly contacts: readonly ContactMatch[];
  readonly customers: readonly CustomerMatch[];
}): RegistrationMatchesDto {
  return {
    contacts: matches.contacts.map(({ id, name, email, reason, customer, access }) => ({
      id,
      name,
      email,
      ...appearanceOf(email),
      reason,
      customer: { id: customer.id, number: customer.number, name: customer.name },
      portalAccess: access.state,
    })),
    customers: matches.customers.map(({ id, number, name, city, reason }) => ({
      id,
      number,
      name,
      city,
      reason,
    })),
  };
}
