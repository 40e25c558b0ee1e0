import { Injectable } from '@nestjs/common';
import { presentUndelivered, type UndeliveredMailDto } from '../../mail/undelivered-mail.dto';
import { type UndeliveredMail, UndeliveredMails } from '../../mail/undelivered-mails';
import { ContactsReader } from './contacts.reader';

/** Mails to contacts that have not left, with the names of those whom they go to. */
@Injectable()
export class UndeliveredToContacts {
  constructor(
    private readonly mails: UndeliveredMails,
    private readonly contacts: ContactsReader,
  ) {}

  /** Those about one ticket or order. */
  async of(subject: 'ticket' | 'order', id: string): Promise<UndeliveredMailDto[]> {
    const mails = await this.mails.of(subject, id);
    const present = await this.presenterOf(mails);
    return present(mails);
  }

  /** @param mails all that will be presented: names are read once, and only where there are such */
  async presenterOf(
    mails: readonly UndeliveredMail[],
  ): Promise<(some: readonly UndeliveredMail[]) => UndeliveredMailDto[]> {
    const names = await this.contacts.contactNames(mails.map(({ about }) => about));
    return (some) => presentUndelivered(some, names);
  }
}
