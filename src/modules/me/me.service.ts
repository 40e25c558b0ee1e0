import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { currentActor, type Language } from '../../platform/context/context';
import { ContactsService } from '../contacts';
import { StaffUsersService } from '../staff';
import { noCompanyMails, noTicketMails, noWorkMails } from './me.errors';
import { type MyMailTimes, MyWorkMails } from './my-work-mails';

/** What is absent stays. */
export interface OwnChoices {
  readonly language?: Language;
  readonly ticketMails?: boolean;
  readonly companyMails?: 'MINE' | 'IMPORTANT' | 'ALL';
  readonly workMails?: Partial<MyMailTimes>;
}

/** What people choose for themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly staff: StaffUsersService,
    private readonly workMails: MyWorkMails,
  ) {}

  /** @throws noTicketMails, noCompanyMails, noWorkMails */
  async update(wanted: OwnChoices): Promise<void> {
    const actor = currentActor();
    await (actor.kind === 'CONTACT'
      ? this.updateContact(actor, wanted)
      : this.updateStaffUser(actor, wanted));
  }

  private async updateContact({ id, role }: Actor, { workMails, ...wanted }: OwnChoices): Promise<void> {
    if (workMails !== undefined) throw noWorkMails({ pointer: '/workMails' });
    if (wanted.companyMails !== undefined && role !== 'MAIN_USER')
      throw noCompanyMails({ pointer: '/companyMails' });
    await this.contacts.chooseOwn(id, wanted);
  }

  private async updateStaffUser(
    { id }: Actor,
    { language, ticketMails, companyMails, workMails }: OwnChoices,
  ): Promise<void> {
    if (ticketMails !== undefined) throw noTicketMails({ pointer: '/ticketMails' });
    if (companyMails !== undefined) throw noCompanyMails({ pointer: '/companyMails' });
    if (language) await this.staff.chooseOwnLanguage(id, language);
    if (workMails) await this.workMails.choose(id, workMails);
  }
}
