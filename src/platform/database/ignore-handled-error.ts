/**
 * Listener for errors that are reported elsewhere: a broken connection rejects each of its statements, and its `error` event
 * (or a promise that is awaited later) would end the program besides if nobody listened.
 */
export function ignoreHandledError(): void {
  // Nothing is left to do.
}
