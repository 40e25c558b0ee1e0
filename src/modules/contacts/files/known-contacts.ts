import { comparisonKey } from '../../../platform/text/comparison-key';
import { emailKey } from '../../../platform/text/email-address';

/** How a row of a file names its contact. */
export type ContactNaming = {
  readonly first_name?: string | null;
  readonly last_name: string;
  readonly email?: string | null;
};

/** A contact that a row may mean, as it is stored. */
export interface KnownContact extends ContactNaming {
  readonly id: string;
  readonly customer_id: string;
  readonly customer_number: string;
  /** Absent where an earlier row of the file makes the contact. */
  readonly version?: number;
  readonly [column: string]: unknown;
}

/** Where an import has seen a contact, and whether by an address. */
interface FirstOccurrence {
  readonly line: number;
  readonly byEmail: boolean;
}

export type SeenContacts = Map<string, FirstOccurrence>;

/** The contacts that some rows may mean, by their addresses and names. */
export class KnownContacts {
  private readonly byEmail = new Map<string, KnownContact>();
  private readonly byName = new Map<string, KnownContact[]>();
  /** Rows name them by their addresses: no other row means them by their names. */
  private readonly addressed = new Set<string>();

  constructor(contacts: readonly KnownContact[], rows: readonly ContactNaming[]) {
    for (const contact of contacts) this.add(contact);
    for (const { email } of rows) {
      const contact = email && this.byEmail.get(emailKey(email));
      if (contact) this.addressed.add(contact.id);
    }
  }

  add(contact: KnownContact): void {
    const name = nameKey(contact.customer_id, contact);
    this.byName.set(name, [...(this.byName.get(name) ?? []), contact]);
    if (contact.email) this.byEmail.set(emailKey(contact.email), contact);
  }

  /** Whoever has the address; else those who are called so at the customer, unless they are meant by their addresses. */
  meantBy(
    row: ContactNaming,
    customerId: string,
    seen: ReadonlyMap<string, FirstOccurrence>,
  ): readonly KnownContact[] {
    const addressee = row.email && this.byEmail.get(emailKey(row.email));
    if (addressee) return [addressee];
    const namesakes = this.byName.get(nameKey(customerId, row)) ?? [];
    // Two addresses in one file are two people, whatever they are called.
    return namesakes.filter(({ id }) => !this.addressed.has(id) && !(row.email && seen.get(id)?.byEmail));
  }
}

export function nameOf({ first_name, last_name }: ContactNaming): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

function nameKey(customerId: string, naming: ContactNaming): string {
  return `${customerId} ${comparisonKey(nameOf(naming))}`;
}
