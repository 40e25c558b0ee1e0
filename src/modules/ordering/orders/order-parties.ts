import { Injectable } from '@nestjs/common';
import { ContactsReader } from '../../contacts';

export interface NamedContact {
  readonly id: string;
  readonly name: string;
}

export interface NamedCustomer extends NamedContact {
  readonly number: string;
}

/** The names of those whom orders are about, in one query for each kind. */
@Injectable()
export class OrderParties {
  constructor(private readonly contacts: ContactsReader) {}

  async contactsOf(ids: readonly string[]): Promise<(id: string) => NamedContact> {
    const names = await this.contacts.namesInRecords(ids);
    return (id) => ({ id, name: names.get(id) ?? '' });
  }

  async customersOf(ids: readonly string[]): Promise<(id: string) => NamedCustomer> {
    const names = await this.contacts.customerNames(ids);
    return (id) => {
      const { number = '', name = '' } = names.get(id) ?? {};
      return { id, number, name };
    };
  }
}
