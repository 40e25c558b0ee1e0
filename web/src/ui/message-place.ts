/** What can be used. */
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
/** How much worse it is to cover what has the focus than anything else. */
const FOCUS_COUNTS = 1_000;

/** From now on, a message stands at the top of the window where at its bottom it would cover what has the focus, or more of what can be used. */
export function keepMessagesAside(): void {
  const messages = document.getElementsByClassName('toast');
  let said: string | null | undefined;
  new MutationObserver(() => {
    const message = messages[0];
    if (message && message.textContent !== said) place(message);
    said = message?.textContent;
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  // What gets the focus is scrolled into sight only then.
  document.addEventListener('focusin', () => {
    requestAnimationFrame(() => messages[0] && place(messages[0]));
  });
}

function place(message: Element): void {
  const region = message.parentElement;
  if (!region) return;
  const costAt = (top: boolean): number => {
    region.toggleAttribute('data-top', top);
    return costOf(message);
  };
  const atBottom = costAt(false);
  if (atBottom > 0) region.toggleAttribute('data-top', costAt(true) < atBottom);
}

/** Of what it covers where it stands now; a dialog makes all that is behind it useless. */
function costOf(message: Element): number {
  const around = message.closest('dialog') ?? document.body;
  const place = message.getBoundingClientRect();
  return [...around.querySelectorAll(`${CONTROLS}, :focus`)].reduce((cost, element) => {
    if (!overlap(place, element.getBoundingClientRect())) return cost;
    return cost + (element.matches(':focus') ? FOCUS_COUNTS : 1);
  }, 0);
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
