/** The window's title: all that is seen of a tab in the background. */
let title = '';
let waiting = 0;

export function showTitle(next: string): void {
  title = next;
  show();
}

/** How much waits for somebody, in front of the title; nothing where it is 0. */
export function showWaiting(count: number): void {
  waiting = count;
  show();
}

function show(): void {
  document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
}
