/** Whether the user wants notifications in this browser, and whether the browser permits them. */
export type Choice = 'on' | 'off' | 'denied' | 'impossible';

function keyOf(accountId: string): string {
  return `notifications:${accountId}`;
}

/** Some browsers, on phones mostly, have none, or none for pages. */
function arePossible(): boolean {
  return 'Notification' in window && isSecureContext;
}

export function choiceOf(accountId: string): Choice {
  if (!arePossible()) return 'impossible';
  if (localStorage.getItem(keyOf(accountId)) !== 'on') return 'off';
  return Notification.permission === 'granted' ? 'on' : 'denied';
}

/** Asks the browser's permission where that is missing: only ever after a click. */
export async function chooseOn(accountId: string): Promise<Choice> {
  const answer = await Notification.requestPermission();
  if (answer !== 'granted') return 'denied';
  localStorage.setItem(keyOf(accountId), 'on');
  return choiceOf(accountId);
}

export function chooseOff(accountId: string): Choice {
  localStorage.removeItem(keyOf(accountId));
  return choiceOf(accountId);
}
