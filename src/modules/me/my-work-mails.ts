import { Injectable } from '@nestjs/common';
import { WorkMailChoices, type WorkMails } from '../staff';

export interface MyMailTimes {
  readonly unassignedTickets: WorkMails['UNASSIGNED_TICKETS'];
  readonly myTickets: WorkMails['MY_TICKETS'];
  readonly inbox: WorkMails['INBOX'];
}

/** The work mails of a staff user, as the API names them. */
@Injectable()
export class MyWorkMails {
  constructor(private readonly choices: WorkMailChoices) {}

  async of(staffUserId: string): Promise<MyMailTimes> {
    const { UNASSIGNED_TICKETS, MY_TICKETS, INBOX } = await this.choices.of(staffUserId);
    return { unassignedTickets: UNASSIGNED_TICKETS, myTickets: MY_TICKETS, inbox: INBOX };
  }

  choose(staffUserId: string, { unassignedTickets, myTickets, inbox }: Partial<MyMailTimes>): Promise<void> {
    return this.choices.choose(staffUserId, {
      UNASSIGNED_TICKETS: unassignedTickets,
      MY_TICKETS: myTickets,
      INBOX: inbox,
    });
  }
}
