import { Injectable } from '@nestjs/common';
import { presentUndelivered, type UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { UndeliveredMails } from '../../../mail/undelivered-mails';
import { ContactsReader } from '../../contacts';

export interface NamedContact {
  readonly id: string;
  readonly name: string;
}

export interface NamedCustomer extends NamedContact {
  readonly number: string;
}

/** The names of those whom orders are about, in one query for each kind, and whom no mail about them has reached. */
@Injectable()
export class OrderParties {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly mails: UndeliveredMails,
  ) {}

  async contactsOf(ids: readonly string[]): Promise<(id: string) => NamedContact> {
    const names = await this.contacts.namesInRecords(ids);
    return (id) => ({ id, name: names.get(id) ?? '' });
  }

  /** The mails about an order that have not left. */
  async undeliveredOf(orderId: string): Promise<UndeliveredMailDto[]> {
    const mails = await this.mails.of('order', orderId);
    return presentUndelivered(mails, await this.contacts.contactNames(mails.map(({ about }) => about)));
  }

  async customersOf(ids: readonly string[]): Promise<(id: string) => NamedCustomer> {
    const names = await this.contacts.customerNames(ids);
    return (id) => {
      const { number = '', name = '' } = names.get(id) ?? {};
      return { id, number, name };
    };
  }
}
