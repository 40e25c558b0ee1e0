import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { changedFields } from '../../../platform/changed-fields';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { cannedReplyNameTaken, tooManyCannedReplies } from '../tickets.errors';
import { CannedReply } from './canned-reply.entity';
import { cannedReplyChanged } from './canned-reply.events';
import { assertPlaceholdersKnown } from './placeholders';

/** What admins enter about a canned reply. */
export type CannedReplyValues = Pick<CannedReply, 'name' | 'body'>;

/** More than anybody looks through while somebody waits for an answer. */
export const MAX_CANNED_REPLIES = 100;

const DUPLICATES = { canned_replies_name: () => cannedReplyNameTaken({ pointer: '/name' }) };

/** The canned replies that a tenant keeps for its staff. */
@Injectable()
export class CannedRepliesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(CannedReply) private readonly replies: TenantRepository<CannedReply>,
  ) {}

  /** By name. */
  all(): Promise<CannedReply[]> {
    return this.replies.find({}, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** @throws notFound */
  async get(id: string): Promise<CannedReply> {
    const reply = await this.replies.findOne({ id });
    if (!reply) throw notFound();
    return reply;
  }

  /** @throws placeholderUnknown, cannedReplyNameTaken, tooManyCannedReplies */
  create({ name, body }: CannedReplyValues): Promise<CannedReply> {
    return this.transactions.run(async () => {
      assertPlaceholdersKnown(body);
      const known = await this.all();
      if (known.length >= MAX_CANNED_REPLIES) {
        throw tooManyCannedReplies({ values: { max: MAX_CANNED_REPLIES } });
      }
      const values = { name, body, nameKey: comparisonKey(name) };
      const reply = await mapUniqueViolation(DUPLICATES, () => this.replies.insert(values));
      await this.record('canned-reply.created', reply.id, { name, body });
      return reply;
    });
  }

  /** @throws notFound, preconditionFailed, placeholderUnknown, cannedReplyNameTaken */
  update(id: string, version: number, wanted: Partial<CannedReplyValues>): Promise<CannedReply> {
    return this.transactions.run(async () => {
      const reply = await this.replies.lock({ id });
      if (!reply) throw notFound();
      if (reply.version !== version) throw preconditionFailed();
      const changes = changedFields<CannedReplyValues>(reply, wanted);
      if (Object.keys(changes).length === 0) return reply;
      if (changes.body !== undefined) assertPlaceholdersKnown(changes.body);
      Object.assign(reply, changes);
      if (changes.name !== undefined) reply.nameKey = comparisonKey(changes.name);
      await mapUniqueViolation(DUPLICATES, () => this.replies.update(reply));
      await this.record('canned-reply.changed', id, changes);
      return reply;
    });
  }

  /** @throws notFound */
  delete(id: string): Promise<void> {
    return this.transactions.run(async () => {
      const reply = await this.replies.lock({ id });
      if (!reply) throw notFound();
      await this.replies.delete({ id });
      await this.record('canned-reply.deleted', id, { name: reply.name });
    });
  }

  private async record(action: AuditAction, objectId: string, changes: object): Promise<void> {
    await this.events.publish(cannedReplyChanged, { replyId: objectId });
    await this.audit.record({ action, objectType: 'CannedReply', objectId, changes: { ...changes } });
  }
}
