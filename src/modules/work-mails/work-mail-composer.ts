import { Injectable } from '@nestjs/common';
import type { Language } from '../../platform/context/context';
import type { ComposedFor, QueuedMail } from '../../mail/composed-mail';
import { Composes } from '../../mail/composers';
import { ContactsReader } from '../contacts';
import { InboxNewsReader } from '../inbox';
import { StaffReader, type WorkTopic } from '../staff';
import { MailBrands } from '../tenants';
import { TicketNewsReader } from '../tickets';
import {
  inboxWords,
  linesOf,
  type NewsLine,
  type NewsOfTopic,
  NO_NEWS,
  onlyOf,
  summaryOf,
  ticketWords,
  titleOf,
} from './work-words';
import { workDigestMail, workNewsMail } from './work.mail';

type WorkMail = ComposedFor<typeof workNewsMail>;

interface Composed {
  readonly mail: WorkMail;
  /** The one thing that it tells, where it tells no more. */
  readonly only?: NewsLine;
}

/** More is only counted: a mail is no list to work off. */
const LISTED = 20;

/** Writes to staff what is new, as far as it still is when the mail is sent: what somebody has taken since is left out. */
@Injectable()
export class WorkMailComposer {
  constructor(
    private readonly staff: StaffReader,
    private readonly contacts: ContactsReader,
    private readonly tickets: TicketNewsReader,
    private readonly inbox: InboxNewsReader,
    private readonly brands: MailBrands,
  ) {}

  /** What is about one ticket alone stands with the other mails about it. */
  @Composes(workNewsMail)
  async composeNews(queued: QueuedMail): Promise<WorkMail | null> {
    const composed = await this.compose(queued);
    return composed && { ...composed.mail, conversationId: composed.only?.ticketId };
  }

  @Composes(workDigestMail)
  async composeDigest(queued: QueuedMail): Promise<WorkMail | null> {
    return (await this.compose(queued))?.mail ?? null;
  }

  private async compose(mail: QueuedMail): Promise<Composed | null> {
    const recipient = (await this.staff.recipients([mail.about])).get(mail.about);
    if (!recipient) return null;
    const { brand, defaultLanguage } = await this.brands.current();
    const language = recipient.language ?? defaultLanguage;
    const workplace = await this.brands.workplaceUrl();
    const news = {
      INBOX: await this.inboxNews(mail, language, workplace),
      MY_TICKETS: await this.ticketNews(mail, 'MY_TICKETS', language, workplace),
      UNASSIGNED_TICKETS: await this.ticketNews(mail, 'UNASSIGNED_TICKETS', language, workplace),
    };
    if (Object.values(news).every(({ total }) => total === 0)) return null;
    const { name, address } = recipient;
    const written: WorkMail = {
      to: { name, address },
      language,
      brand,
      values: {
        name,
        summary: summaryOf(news, language),
        inboxTitle: titleOf('INBOX', news.INBOX, language),
        inboxLines: linesOf(news.INBOX, language),
        mineTitle: titleOf('MY_TICKETS', news.MY_TICKETS, language),
        mineLines: linesOf(news.MY_TICKETS, language),
        unassignedTitle: titleOf('UNASSIGNED_TICKETS', news.UNASSIGNED_TICKETS, language),
        unassignedLines: linesOf(news.UNASSIGNED_TICKETS, language),
        link: workplace,
        choiceLink: `${workplace}/account#my-mails`,
      },
    };
    return { mail: written, only: onlyOf(news) };
  }

  private async inboxNews(
    { payload: { INBOX: since, until } }: QueuedMail,
    language: Language,
    workplace: string,
  ): Promise<NewsOfTopic> {
    if (since === undefined) return NO_NEWS;
    const found = await this.inbox.newsFor(new Date(String(since)), new Date(String(until)), LISTED);
    const companies = await this.contacts.customerNames(
      found.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
    );
    const lines = found.map((item) => ({
      words: inboxWords(item, companies.get(item.customerId ?? '')?.name ?? '', language),
      link: `${workplace}/inbox/${item.id}`,
    }));
    return { lines, total: found[0]?.total ?? 0 };
  }

  private async ticketNews(
    { about: staffUserId, payload }: QueuedMail,
    topic: Exclude<WorkTopic, 'INBOX'>,
    language: Language,
    workplace: string,
  ): Promise<NewsOfTopic> {
    if (payload[topic] === undefined) return NO_NEWS;
    const found = await this.tickets.newsFor(
      topic === 'MY_TICKETS' ? 'MINE' : 'NOBODY',
      { staffUserId, since: new Date(String(payload[topic])) },
      new Date(String(payload.until)),
      LISTED,
    );
    const companies = await this.contacts.customerNames(found.map(({ customerId }) => customerId));
    const lines = found.map((ticket) => ({
      words: ticketWords(ticket, companies.get(ticket.customerId)?.name ?? '', language),
      link: `${workplace}/tickets/${ticket.id}`,
      ticketId: ticket.id,
    }));
    return { lines, total: found[0]?.total ?? 0 };
  }
}
