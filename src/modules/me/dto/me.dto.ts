import type { Actor } from '../../../platform/context/actor';

/** Wer angemeldet ist. */
export class MeDto {
  id: string;
  tenantId: string;
  name: string;
  kind: 'STAFF' | 'CONTACT';
  role: 'ADMIN' | 'AGENT' | 'MAIN_USER' | 'USER';
  /** Nur bei Ansprechpartnern: ihr Kunde. */
  customerId?: string;
  passwordChangeRequired: boolean;
}

export function presentMe(actor: Actor): MeDto {
  return {
    id: actor.id,
    tenantId: actor.tenantId,
    name: actor.name,
    kind: actor.kind,
    role: actor.role,
    customerId: actor.kind === 'CONTACT' ? actor.customerId : undefined,
    passwordChangeRequired: actor.passwordChangeRequired,
  };
}
