export type StaffRole = 'ADMIN' | 'AGENT';
export type PortalRole = 'MAIN_USER' | 'USER';

interface Principal {
  /** Id of the staff user or contact; their account has the same id. */
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly sessionId: string;
  /** How many of their transactions have changed something, where a replica has to know it; see ReadReplica. */
  readonly writes: number;
  /** Set after a login with an initial password: nothing but changing it is allowed. */
  readonly passwordChangeRequired: boolean;
}

export interface StaffActor extends Principal {
  readonly kind: 'STAFF';
  readonly role: StaffRole;
}

export interface ContactActor extends Principal {
  readonly kind: 'CONTACT';
  readonly role: PortalRole;
  readonly customerId: string;
}

/** The principal of the request, as the session check read it. */
export type Actor = StaffActor | ContactActor;
