import { ConfigError } from './config/config';
import { isDatabaseAway } from './platform/database/availability';
import { EmbeddedPostgresError } from './platform/embedded-postgres';

/** SQL states and system errors of a connection that is refused, or that never came about. */
const UNUSABLE = /^(?:08|28|3D|53|57P|ECONN|EHOSTUN|ENETUN|ENOTFOUND|EAI_|ETIMEDOUT)/;

/** What whoever starts the program reads: what to do, where that is known, else the error with everything that is in it. */
export function explainFailure(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) return error.message;
  const { code, syscall, address, port, message } = (error ?? {}) as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${port} of ${address} is in use already. Stop the program that uses it, or set PORT: PORT=3001 npm start`;
  }
  if (syscall === 'listen')
    return `The portal cannot listen on ${address}:${port} (${code}). Set HOST and PORT.`;
  if (UNUSABLE.test(code ?? '') || (code === undefined && isDatabaseAway(error))) {
    return `The database cannot be used: ${message || code}. Check DATABASE_URL and DATABASE_OWNER_URL.`;
  }
  return error;
}
