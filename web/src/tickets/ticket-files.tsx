import type { ReactNode } from 'react';
import type { components } from '../api/schema';
import { FileDrop } from '../ui/file-drop';
import type { Uploads } from './uploads';

interface TicketFilesProps {
  readonly uploads: Uploads;
  readonly limits: components['schemas']['UploadLimitsDto'] | undefined;
}

/** The choice of files for a ticket or a message, once it is known how large they may be. */
export function TicketFiles({ uploads, limits }: TicketFilesProps): ReactNode {
  if (!limits) return null;
  return (
    <FileDrop
      chosen={uploads.chosen}
      limits={limits}
      onAdd={uploads.add}
      onRemove={uploads.remove}
      onRetry={uploads.retry}
    />
  );
}
