/** What has the focus, or had it last, and what is around it. */
let path = pathOf(document.activeElement);

/** What a dialog gives the focus to where it opens. */
const CONTROL = 'a[href], button, input:not([type=hidden]), select, textarea';
/** Dialogs in which something has had the focus. */
const begun = new WeakSet<Element>();

/**
 * From now on, where what has the focus disappears, the nearest heading that is left around it gets the focus: without it, whoever
 * works by keyboard or screen reader would begin at the top of the document again. And where a dialog has had nothing to use when it
 * was opened, or begins with what only holds something, what comes first gets the focus, as in the others.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    path = pathOf(target as Element);
    const dialog = path[1]?.closest('dialog');
    if (!dialog || begun.has(dialog)) return;
    begun.add(dialog);
    // The browser begins with whatever may have the focus, keys with what can be used.
    if (path[0]?.matches('[tabindex="-1"]')) toFirstControl(dialog);
  });
  document.addEventListener('focusout', () => {
    // Who takes the focus away is elsewhere; what has disappeared loses it, too.
    queueMicrotask(() => {
      if (path[0]?.isConnected && document.activeElement === document.body) path = [];
    });
  });
  new MutationObserver(moveFocus).observe(document.body, { childList: true, subtree: true });
}

function moveFocus(): void {
  const { activeElement } = document;
  // It was opened before it had anything that can be used.
  if (activeElement?.matches('dialog') && !begun.has(activeElement)) {
    toFirstControl(activeElement);
    return;
  }
  if (!path[0] || path[0].isConnected || document.activeElement !== document.body) return;
  for (const around of path) {
    const heading = around.isConnected && around.querySelector<HTMLElement>('h1, h2, h3');
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (document.activeElement === heading) return;
  }
}

function toFirstControl(dialog: Element): void {
  dialog.querySelector<HTMLElement>(CONTROL)?.focus();
}

function pathOf(element: Element | null): readonly Element[] {
  return element && element !== document.body ? [element, ...pathOf(element.parentElement)] : [];
}
