import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { OnSchedule } from '../../../platform/events/event-handlers';
import { contentTypeOf } from '../../../files/content-type';
import { displayName } from '../../../files/file-name';
import type { Upload } from '../../../files/spool';
import { TenantsService } from '../../tenants';
import { TicketHistory } from '../history/ticket-history';
import type { Visibility } from '../ticket.policy';
import { attachmentEmpty, tooManyAttachments, tooManyUploads, uploadUnknown } from '../tickets.errors';
import { AttachmentBytes } from './attachment-bytes';
import { TicketAttachment } from './ticket-attachment.entity';
import { MAX_ATTACHMENTS } from './upload-limits';

/** Long enough to write a ticket over a day, with a night in between. */
const KEEP_HOURS = 24;

interface Attaching {
  readonly at: Date;
  readonly commentId?: string | null;
  readonly visibility?: Visibility;
}

/**
 * Files that are there before what they belong to: the page uploads them while somebody writes, and names them when it sends.
 * So a ticket comes with all of its files or not at all. They count as stored from the beginning.
 */
@Injectable()
export class DraftUploadsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tenants: TenantsService,
    private readonly bytes: AttachmentBytes,
    private readonly history: TicketHistory,
    @InjectTenantRepository(TicketAttachment)
    private readonly attachments: TenantRepository<TicketAttachment>,
  ) {}

  /** @throws attachmentEmpty, tooManyUploads, contactStorageFull, tenantStorageFull */
  async add(file: Upload): Promise<TicketAttachment> {
    if (file.size === 0) throw attachmentEmpty({ pointer: '/file' });
    const contentType = await contentTypeOf(file.path);
    return this.transactions.run(async () => {
      const { id, kind, name } = currentActor();
      const draft = await this.attachments.insert({
        ticketId: null,
        commentId: null,
        fileName: displayName(file.fileName),
        contentType,
        size: file.size,
        sha256: file.sha256,
        visibility: 'PUBLIC',
        uploadedById: id,
        uploadedByKind: kind,
        uploadedByName: name,
        createdAt: new Date(),
      });
      await this.bytes.write(draft.id, file);
      // Others of the same person wait since room was taken, so these are all.
      const drafts = await this.attachments.find({ ticketId: IsNull(), uploadedById: id });
      if (drafts.length > MAX_ATTACHMENTS) throw tooManyUploads({ values: { max: MAX_ATTACHMENTS } });
      return draft;
    });
  }

  /** Own uploads that wait for what they belong to, oldest first: at most as many as may wait. */
  own(): Promise<TicketAttachment[]> {
    return this.transactions.run(() =>
      this.attachments.find(
        { ticketId: IsNull(), uploadedById: currentActor().id },
        { order: { id: 'ASC' } },
      ),
    );
  }

  /**
   * Makes own uploads attachments of a ticket, in the caller's transaction; each can be used once.
   * Who sees them is decided by what they belong to.
   * @throws uploadUnknown, tooManyAttachments
   */
  async attach(
    ticketId: string,
    uploadIds: readonly string[],
    { at, commentId = null, visibility = 'PUBLIC' }: Attaching,
  ): Promise<TicketAttachment[]> {
    const ids = [...new Set(uploadIds)];
    if (ids.length === 0) return [];
    const { tenantId, id: actorId } = currentActor();
    const attached = await this.transactions.query<{ id: string; file_name: string }>(
      `UPDATE ticket_attachments a SET ticket_id = $3, comment_id = $4, visibility = $6
       WHERE ${tenantCondition('a')} AND a.id = ANY($2::uuid[]) AND a.ticket_id IS NULL AND a.uploaded_by_id = $5
       RETURNING a.id, a.file_name`,
      [tenantId, ids, ticketId, commentId, actorId, visibility],
    );
    if (attached.length !== ids.length) throw uploadUnknown({ pointer: '/uploadIds' });
    const all = await this.attachments.find({ ticketId, visibility }, { order: { id: 'ASC' } });
    if (all.length > MAX_ATTACHMENTS) throw tooManyAttachments({ values: { max: MAX_ATTACHMENTS } });
    for (const { file_name: to } of attached)
      await this.history.record(ticketId, 'ATTACHMENT_ADDED', { at, to, visibility });
    return all.filter(({ id }) => ids.includes(id));
  }

  /** What nobody has used goes, and gives its room back. */
  @OnSchedule('41 * * * *')
  async sweep(): Promise<void> {
    const longAgo = LessThan(new Date(Date.now() - KEEP_HOURS * 60 * 60 * 1000));
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () =>
        this.attachments.delete({ ticketId: IsNull(), createdAt: longAgo }),
      );
    }
  }
}
