const SEEN = 'staff-seen';

/** Shows the other tabs that this one is visible: each visible tab holds a shared lock. @returns how to stop */
export function announceVisibility(): () => void {
  let release: (() => void) | undefined;
  const update = (): void => {
    release?.();
    release = undefined;
    if (document.visibilityState !== 'visible' || !('locks' in navigator)) return;
    const hidden = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(SEEN, { mode: 'shared' }, () => hidden);
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    release?.();
  };
}

/** Whether the workplace is visible in any tab; where there are notifications, there are locks. */
export async function isSeen(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === SEEN);
}
