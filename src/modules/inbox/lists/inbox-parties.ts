import { Injectable } from '@nestjs/common';
import { ContactsReader } from '../../contacts';
import { StaffReader } from '../../staff';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface PartyIds {
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly assigneeId: string | null;
}

export interface InboxParties {
  readonly customer: (Named & { readonly number: string }) | null;
  readonly contact: Named | null;
  readonly assignee: Named | null;
}

/** The names for a page of items, in one query for each kind. */
@Injectable()
export class InboxPartiesReader {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly staff: StaffReader,
  ) {}

  async of(items: readonly PartyIds[]): Promise<(item: PartyIds) => InboxParties> {
    const ids = (name: keyof PartyIds): string[] =>
      items.map((item) => item[name]).filter((id) => id !== null);
    const customers = await this.contacts.customerNames(ids('customerId'));
    const contacts = await this.contacts.contactNames(ids('contactId'));
    const staff = await this.staff.names(ids('assigneeId'));
    return ({ customerId, contactId, assigneeId }) => {
      const { number = '', name = '' } = customers.get(customerId ?? '') ?? {};
      return {
        customer: customerId === null ? null : { id: customerId, number, name },
        contact: contactId === null ? null : { id: contactId, name: contacts.get(contactId)?.name ?? '' },
        assignee: assigneeId === null ? null : { id: assigneeId, name: staff.get(assigneeId) ?? '' },
      };
    };
  }
}
