import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FileDrop } from '../../ui/file-drop';
import { overviewQuery } from '../overview/query';
import type { Uploads } from './uploads';

/** The choice of files for a ticket or a message, once it is known how large they may be. */
export function TicketFiles({ uploads }: { readonly uploads: Uploads }): ReactNode {
  const { data: overview } = useQuery(overviewQuery);
  if (!overview) return null;
  return (
    <FileDrop
      chosen={uploads.chosen}
      limits={overview.uploads}
      onAdd={uploads.add}
      onRemove={uploads.remove}
      onRetry={uploads.retry}
    />
  );
}
