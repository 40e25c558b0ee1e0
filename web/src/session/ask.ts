import { useSyncExternalStore } from 'react';

/** The one question for the password that all requests wait for which found the session ended. */
let question: { readonly answer: Promise<boolean>; readonly settle: (signedIn: boolean) => void } | undefined;
const listeners = new Set<() => void>();

/** Opens the dialog; answers whether there is a session again. */
export function askForPassword(): Promise<boolean> {
  if (!question) {
    let settle: (signedIn: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => (settle = resolve));
    question = { answer, settle };
    changed();
  }
  return question.answer;
}

export function settlePassword(signedIn: boolean): void {
  question?.settle(signedIn);
  question = undefined;
  changed();
}

export function usePasswordAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question !== undefined,
  );
}

function changed(): void {
  listeners.forEach((listener) => listener());
}
