import { WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n';
import { useAnnounce } from './status';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says at the bottom that there is no connection, and once it is back. */
export function OfflineBar(): ReactNode {
  const { common } = useTexts();
  const announce = useAnnounce();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const was = useRef(online);
  useEffect(() => {
    if (online && !was.current) announce(common.online);
    was.current = online;
  }, [online, announce, common]);
  if (online) return null;
  return (
    <div className="offline no-print" role="alert">
      <WifiOff size={16} aria-hidden />
      {common.offline}
    </div>
  );
}
