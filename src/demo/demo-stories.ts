import { Injectable } from '@nestjs/common';
import { DEMO_PASSWORD } from '../config/demo-password';
import { PasswordsService } from '../modules/auth';
import { CommentsService, TicketChangesService, TicketsService } from '../modules/tickets';
import type { Actor } from '../platform/context/actor';
import { as, personOf, staffOf } from './acting';
import type { People } from './demo-people';
import { DEMO_TICKETS, type DemoStep, type DemoTicket } from './tickets';

/** What the people of a demo tenant did: they chose a password and worked on tickets. */
@Injectable()
export class DemoStories {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly tickets: TicketsService,
    private readonly comments: CommentsService,
    private readonly changes: TicketChangesService,
  ) {}

  async tell(slug: string, people: People): Promise<void> {
    for (const { id } of people.values()) await this.passwords.choose(id, DEMO_PASSWORD);
    for (const ticket of DEMO_TICKETS[slug] ?? []) await this.play(ticket, people);
  }

  private async play({ from, subject, description, steps }: DemoTicket, people: People): Promise<void> {
    const contact = personOf(people, from);
    const { ticket } = await as(contact, () => this.tickets.create({ subject, description }));
    for (const step of steps) await this.step(ticket.id, step, contact, people);
  }

  private async step(ticketId: string, step: DemoStep, contact: Actor, people: People): Promise<void> {
    const staff = staffOf(people);
    if ('contact' in step) await as(contact, () => this.comments.add(ticketId, step.contact, 'PUBLIC'));
    else if ('staff' in step) await as(staff, () => this.comments.add(ticketId, step.staff, 'PUBLIC'));
    else if ('internal' in step)
      await as(staff, () => this.comments.add(ticketId, step.internal, 'INTERNAL'));
    else if ('status' in step)
      await as(staff, () => this.changes.change(ticketId, 'ANY', { status: step.status }));
    else {
      const assigneeId = personOf(people, step.assignTo).id;
      await as(staff, () => this.changes.change(ticketId, 'ANY', { assigneeId }));
    }
  }
}
