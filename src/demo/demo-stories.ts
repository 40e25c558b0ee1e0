import { Injectable } from '@nestjs/common';
import { DEMO_PASSWORD } from '../config/demo-password';
import { PasswordsService } from '../modules/auth';
import {
  AttachmentsService,
  CannedRepliesService,
  CommentsService,
  TicketCategoriesService,
  TicketChangesService,
  TicketsService,
} from '../modules/tickets';
import type { Actor } from '../platform/context/actor';
import { as, personOf, staffOf } from './acting';
import { DEMO_CANNED_REPLIES } from './canned-replies';
import { DEMO_CATEGORIES } from './categories';
import type { People } from './demo-people';
import { pictureFile } from './demo-pictures';
import { DEMO_TICKETS, type DemoStep, type DemoTicket } from './tickets';

/** What the people of a demo tenant did: they chose a password and worked on tickets. */
@Injectable()
export class DemoStories {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly categories: TicketCategoriesService,
    private readonly replies: CannedRepliesService,
    private readonly tickets: TicketsService,
    private readonly comments: CommentsService,
    private readonly changes: TicketChangesService,
    private readonly attachments: AttachmentsService,
  ) {}

  async create(slug: string, people: People): Promise<void> {
    for (const { id } of people.values()) await this.passwords.choose(id, DEMO_PASSWORD);
    for (const reply of DEMO_CANNED_REPLIES[slug] ?? [])
      await as(staffOf(people), () => this.replies.create(reply));
    const categories = await this.sort(slug, staffOf(people));
    for (const ticket of DEMO_TICKETS[slug] ?? []) await this.play(ticket, people, categories);
  }

  /** What tickets are sorted by; answers with their ids by their German names. */
  private async sort(slug: string, staff: Actor): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const category of DEMO_CATEGORIES[slug] ?? []) {
      const { id } = await as(staff, () => this.categories.create(category));
      ids.set(category.nameDe, id);
    }
    return ids;
  }

  private async play(
    { from, subject, description, category, steps }: DemoTicket,
    people: People,
    categories: ReadonlyMap<string, string>,
  ): Promise<void> {
    const contact = personOf(people, from);
    const categoryId = category === undefined ? undefined : categories.get(category);
    const { ticket } = await as(contact, () => this.tickets.create({ subject, description, categoryId }));
    for (const step of steps) await this.step(ticket.id, step, contact, people);
  }

  private async step(ticketId: string, step: DemoStep, contact: Actor, people: People): Promise<void> {
    const staff = staffOf(people);
    if ('contact' in step)
      await as(contact, () => this.comments.add(ticketId, { body: step.contact, visibility: 'PUBLIC' }));
    else if ('picture' in step) {
      const file = await pictureFile(step.picture);
      await as(contact, () => this.attachments.add(ticketId, file, { visibility: 'PUBLIC' }));
    } else if ('staff' in step)
      await as(staff, () => this.comments.add(ticketId, { body: step.staff, visibility: 'PUBLIC' }));
    else if ('internal' in step)
      await as(staff, () => this.comments.add(ticketId, { body: step.internal, visibility: 'INTERNAL' }));
    else if ('status' in step)
      await as(staff, () => this.changes.change(ticketId, 'ANY', { status: step.status }));
    else {
      const assigneeId = personOf(people, step.assignTo).id;
      await as(staff, () => this.changes.change(ticketId, 'ANY', { assigneeId }));
    }
  }
}
