/** What has the focus, or had it last, and what is around it. */
let path = pathOf(document.activeElement);

/**
 * From now on, where what has the focus disappears, the nearest heading that is left around it gets the focus: without it, whoever
 * works by keyboard or screen reader would begin at the top of the document again.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    path = pathOf(target as Element);
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
  if (!path[0] || path[0].isConnected || document.activeElement !== document.body) return;
  for (const around of path) {
    const heading = around.isConnected && around.querySelector<HTMLElement>('h1, h2, h3');
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (document.activeElement === heading) return;
  }
}

function pathOf(element: Element | null): readonly Element[] {
  return element && element !== document.body ? [element, ...pathOf(element.parentElement)] : [];
}
