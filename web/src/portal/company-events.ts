import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { eventChannel, type LiveEvent } from '../api/live';

/** Several changes at once, e.g. access for twelve people, are looked at once. */
const BATCH_MS = 250;
/** Of access, devices and shops, or that some may have been missed. */
const EVENTS = /^(customer|settings|reset)/;

/** Reads everything anew when something is different that contacts may see or do: it shows on every page. */
export function useCompanyEvents(): void {
  const router = useRouter();
  // Whoever one is meanwhile: an event that comes while that is being read is not to be lost.
  useEffect(() => {
    const channel = eventChannel('portal');
    let timer: number | undefined;
    const look = async (): Promise<void> => {
      timer = undefined;
      // Seldom needed, and loaded then.
      const { readAnew } = await import('./read-anew');
      await readAnew(() => router.invalidate());
    };
    channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => {
      if (EVENTS.test(data.type)) timer ??= window.setTimeout(() => void look(), BATCH_MS);
    };
    return () => {
      clearTimeout(timer);
      channel.close();
    };
  }, [router]);
}
