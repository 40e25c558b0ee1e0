/** Bytes of a file in these suites: small, so that both sides of the limit are tried with every run. */
export const UPLOAD_LIMIT = 1024 * 1024;

/** For so long nobody's request may hold the event loop of the program, in milliseconds. */
export const MAX_HOLD_MS = 50;
