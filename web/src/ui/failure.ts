/** What went wrong, as far as a person is told. The API's problems look like this, and so does no other error. */
export interface Refusal {
  readonly detail: string;
  readonly fields: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface FailureTexts {
  readonly unreachable: string;
  readonly unexpected: string;
}

/** The API's own words where it has answered. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error && 'detail' in error && 'fields' in error
    ? (error as Error & Refusal)
    : undefined;
}

export function failureText(error: unknown, texts: FailureTexts): string {
  const refusal = refusalOf(error);
  if (refusal) return refusal.detail;
  return navigator.onLine && isProgramError(error) ? texts.unexpected : texts.unreachable;
}

function isProgramError(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError;
}
