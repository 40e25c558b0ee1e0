/** Where what was pressed goes with what was done: keys go on from there, not from the top of the window. */
export function keepFocus(at: string): void {
  // Once it is gone.
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(at)?.focus({ preventScroll: true });
  });
}
