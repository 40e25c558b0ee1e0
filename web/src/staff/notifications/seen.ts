const SEEN = 'staff-seen';

/** Says to the other tabs of the browser while this one is seen: each that is holds a lock. @returns how to stop */
export function sayWhileSeen(): () => void {
  let release: (() => void) | undefined;
  const say = (): void => {
    release?.();
    release = undefined;
    if (document.visibilityState !== 'visible' || !('locks' in navigator)) return;
    const hidden = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(SEEN, { mode: 'shared' }, () => hidden);
  };
  say();
  document.addEventListener('visibilitychange', say);
  return () => {
    document.removeEventListener('visibilitychange', say);
    release?.();
  };
}

/** Whether the workplace is visible in any tab; where there are notifications, there are locks. */
export async function isSeen(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === SEEN);
}
