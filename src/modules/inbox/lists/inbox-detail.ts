import type { ContactMatch, CustomerMatch } from '../../registration';
import type { InboxOutcomeDto, RegistrationMatchesDto } from '../dto/inbox-parts.dto';
import type { InboxItem } from '../inbox-item.entity';

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

export function presentMatches(matches: {
  readonly contacts: readonly ContactMatch[];
  readonly customers: readonly CustomerMatch[];
}): RegistrationMatchesDto {
  return {
    contacts: matches.contacts.map(({ id, name, email, reason, customer, access }) => ({
      id,
      name,
      email,
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
