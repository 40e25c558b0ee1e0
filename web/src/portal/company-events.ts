import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { eventChannel, type LiveEvent } from '../api/live';

/** Events are handled in batches: access for twelve people refreshes the page once. */
const BATCH_MS = 250;
/** Of access, devices and shops, or that some may have been missed. */
const EVENTS = /^(customer|settings|reset)/;

/** Refreshes the page when staff change what contacts may see or do: it shows everywhere. */
export function useCompanyEvents(): void {
  const router = useRouter();
  // Independent of the user, who changes with it: an event that comes meanwhile is not lost.
  useEffect(() => {
    const channel = eventChannel('portal');
    let timer: number | undefined;
    const refresh = async (): Promise<void> => {
      timer = undefined;
      // Seldom needed, and loaded then.
      const { refreshPortal } = await import('./refresh-portal');
      await refreshPortal(() => router.invalidate());
    };
    // Without a connection there is nothing to read; the stream says so, and what was missed.
    const onTime = (): void => void refresh().catch(() => undefined);
    channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => {
      if (EVENTS.test(data.type)) timer ??= window.setTimeout(onTime, BATCH_MS);
    };
    return () => {
      clearTimeout(timer);
      channel.close();
    };
  }, [router]);
}
