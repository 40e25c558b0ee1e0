/** Runs in the process of the global set-up, also when tests failed. */
export default async function globalTeardown(): Promise<void> {
  const running = globalThis.kundenportalE2e;
  if (!running) return;
  running.operator.close();
  await running.stack.stop();
}
