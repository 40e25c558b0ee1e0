import type { Server } from 'node:http';
import { publishEnvironment } from './environment';
import { startOperator } from './operator';
import { startStack, type Stack } from './stack';

declare global {
  var kundenportalE2e: { stack: Stack; operator: Server } | undefined;
}

/** Starts everything once for all end-to-end suites; each suite makes tenants of its own. */
export default async function globalSetup(): Promise<void> {
  const stack = await startStack();
  const { server, url } = await startOperator(stack);
  globalThis.kundenportalE2e = { stack, operator: server };
  publishEnvironment({
    baseUrl: stack.baseUrl,
    databaseUrl: stack.databaseUrl,
    operatorUrl: url,
    logFile: stack.logFile,
    folder: stack.folder,
  });
}
