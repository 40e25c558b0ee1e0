import { ConfigError } from './config/config';
import { EmbeddedPostgresError } from './platform/embedded-postgres';

/** SQL states and system errors of a database that is starting, full, busy or on its way down. */
const TOO_SLOW = /^(?:08|53|57P|57014|55P03|EPIPE)/;
/** What the driver says has no code. */
const NO_ANSWER = /timeout|timed out|connection terminated|connection ended/i;

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
  if (/^(?:28|3D|ECONN|ENOTFOUND|EAI_|ETIMEDOUT)/.test(code ?? '')) {
    return `The database cannot be used: ${message || code}. Check DATABASE_URL and DATABASE_OWNER_URL.`;
  }
  if (TOO_SLOW.test(code ?? '') || NO_ANSWER.test(message ?? '')) {
    return `The database does not answer in time: ${message || code}. Try again in a moment, or look at the database.`;
  }
  return error;
}
