/** Bytes of a file in these suites: small, so that both sides of the limit are tried with every run. */
export const UPLOAD_LIMIT = 1024 * 1024;
