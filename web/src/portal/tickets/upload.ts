import { api, unwrap } from '../../api/client';

/**
 * Attaches files to a ticket, one after the other.
 * @param commentId the message that they belong to
 * @returns those that did not come through
 */
export async function upload(id: string, files: readonly File[], commentId?: string): Promise<File[]> {
  const failed: File[] = [];
  for (const file of files) {
    const body = new FormData();
    if (commentId) body.set('commentId', commentId);
    body.set('file', file);
    try {
      unwrap(
        await api.POST('/api/v1/portal/tickets/{id}/attachments', {
          params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { file: '' },
          bodySerializer: () => body,
        }),
      );
    } catch {
      failed.push(file);
    }
  }
  return failed;
}

/** Files that did not come through with a new ticket wait for its page, which offers them again. */
const left = new Map<string, File[]>();

export function leaveFor(ticketId: string, files: File[]): void {
  if (files.length > 0) left.set(ticketId, files);
}

export function leftFor(ticketId: string): File[] {
  const files = left.get(ticketId) ?? [];
  left.delete(ticketId);
  return files;
}
