/** In place of TanStack Query's: the app writes through the client of the API, so there is never a mutation to keep. */
export class MutationCache {
  clear(): void {
    // Nothing is in it.
  }

  resumePausedMutations(): Promise<void> {
    return Promise.resolve();
  }
}
