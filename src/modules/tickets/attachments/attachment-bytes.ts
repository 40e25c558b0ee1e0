import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import type { Upload } from '../../../files/spool';
import { StorageQuota } from './storage-quota';

const CHUNK = 256 * 1024;

/** The bytes of attachments, in rows of 256 KiB each, so that no file is ever in memory as a whole. */
@Injectable()
export class AttachmentBytes {
  constructor(
    private readonly transactions: TransactionService,
    private readonly quota: StorageQuota,
  ) {}

  /**
   * Writes a file into the transaction under way.
   * @throws contactStorageFull, tenantStorageFull
   */
  async write(attachmentId: string, { path, size }: Pick<Upload, 'path' | 'size'>): Promise<void> {
    await this.quota.check(size);
    let position = 0;
    const chunks = createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
    for await (const bytes of chunks) {
      await this.transactions.query(
        'INSERT INTO ticket_attachment_chunks (tenant_id, attachment_id, position, bytes) VALUES ($1, $2, $3, $4)',
        [this.transactions.tenantId, attachmentId, position++, bytes],
      );
    }
    await this.quota.take(size);
  }

  /** Each chunk in a transaction of its own: a slow download keeps none open. @throws Error where bytes are missing */
  async *read(tenantId: string, attachmentId: string, size: number): AsyncGenerator<Buffer> {
    for (let position = 0, sent = 0; sent < size; position++) {
      const [chunk] = await this.transactions.runFor(tenantId, () =>
        this.transactions.query<{ bytes: Buffer }>(
          `SELECT c.bytes FROM ticket_attachment_chunks c
           WHERE ${tenantCondition('c')} AND c.attachment_id = $2 AND c.position = $3`,
          [tenantId, attachmentId, position],
        ),
      );
      if (!chunk) throw new Error('The attachment was removed while it was read.');
      sent += chunk.bytes.length;
      yield chunk.bytes;
    }
  }
}
