import type { Server } from 'node:http';
import { publishEnvironment } from './environment';
import { startOperator } from './operator';
import { type Database, startStack, type Stack } from './stack';

declare global {
  var kundenportalE2e: { stack: Stack; operator: Server } | undefined;
}

/**
 * Starts everything once for all suites of a project; each suite makes tenants of its own.
 * @param database absent: a fresh one
 */
export async function startForSuites(
  settings: Readonly<Record<string, string>> = {},
  database?: Database,
): Promise<void> {
  const stack = await startStack(settings, database);
  const { server, url } = await startOperator(stack);
  globalThis.kundenportalE2e = { stack, operator: server };
  publishEnvironment({
    baseUrl: stack.baseUrl,
    databaseUrl: stack.databaseUrl,
    operatorUrl: url,
    logFile: stack.logFile,
    folder: stack.folder,
    distributed: settings.DATABASE_DISTRIBUTED === 'on',
    ...(settings.EVENT_LOOP_PROBE && { eventLoopProbe: `http://127.0.0.1:${settings.EVENT_LOOP_PROBE}` }),
  });
}

/** Runs in the process of the global set-up, also when tests failed. */
export async function stopForSuites(): Promise<void> {
  const running = globalThis.kundenportalE2e;
  if (!running) return;
  running.operator.close();
  await running.stack.stop();
}
