import { ConfigError } from '../config/config';
import { isDatabaseAway } from '../platform/database';
import { EmbeddedPostgresError } from '../embedded-postgres';

/** SQL states and system errors of a connection that is refused, or that never came about. */
const UNUSABLE = /^(?:28|3D|ECONN|EHOSTUN|ENETUN|ENOTFOUND|EAI_|ETIMEDOUT)/;
/** SQL states of a statement that took too long. */
const TOO_SLOW = /^(?:57014|55P03)$/;

/** The message for the operator: what to do, where that is known, else the error in full. */
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
  if (UNUSABLE.test(code ?? '')) {
    return `The database cannot be used: ${message || code}. Check DATABASE_URL and DATABASE_OWNER_URL.`;
  }
  if (TOO_SLOW.test(code ?? '') || isDatabaseAway(error)) {
    return `The database does not answer in time: ${message || code}. Try again in a moment, or look at the database.`;
  }
  return error;
}
