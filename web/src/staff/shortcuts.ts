import { useEffect, useEffectEvent } from 'react';

const KEY = 'shortcuts';

export function areOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

/**
 * What single keys do on a page; not while somebody types, which Escape ends, or a dialog is open, and not for who has switched them
 * off.
 * @param actions by key, e.g. `j`
 */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  // Acts on what is on the page when the key is pressed: an effect that kept the actions would run after it shows.
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areOn()) return;
    if (document.querySelector('dialog[open]')) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') leave(event.target);
      return;
    }
    // On a link or button it is what opens it.
    if (event.key === 'Enter' && isControl(event.target)) return;
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** Unless a list of suggestions is open: that is what Escape closes then. */
function leave(field: HTMLElement): void {
  if (field.getAttribute('aria-expanded') !== 'true') field.blur();
}

/** What a button says of the key that presses it, too; nothing where keys are switched off. */
export function keyOf(
  key: string,
  label: string,
): { readonly 'aria-keyshortcuts'?: string; readonly title?: string } {
  return areOn() ? { 'aria-keyshortcuts': key, title: `${label} (${key})` } : {};
}

function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('a, button, summary, input, [role="button"]') !== null
  );
}
