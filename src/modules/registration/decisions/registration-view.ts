import type { Language } from '../../../platform/context/context';
import type { Registration, RegistrationState } from '../registration.entity';

/** What staff see of a registration. */
export interface RegistrationView {
  readonly id: string;
  readonly company: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly message: string | null;
  /** Null: the tenant's. */
  readonly language: Language | null;
  readonly privacyAcceptedAt: Date | null;
  readonly state: RegistrationState;
  /** Null: anybody may have typed the address. */
  readonly verifiedAt: Date | null;
  /** How often the address was registered again meanwhile. */
  readonly repeats: number;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly decisionMessage: string | null;
  readonly customerId: string | null;
  readonly contactId: string | null;
}

export function viewOf(registration: Registration): RegistrationView {
  return {
    id: registration.id,
    company: registration.company,
    firstName: registration.firstName,
    lastName: registration.lastName,
    email: registration.email,
    phone: registration.phone,
    message: registration.message,
    language: registration.language,
    privacyAcceptedAt: registration.privacyAcceptedAt,
    state: registration.state,
    verifiedAt: registration.verifiedAt,
    repeats: registration.repeats,
    createdAt: registration.createdAt,
    decidedAt: registration.decidedAt,
    decisionMessage: registration.decisionMessage,
    customerId: registration.customerId,
    contactId: registration.contactId,
  };
}
