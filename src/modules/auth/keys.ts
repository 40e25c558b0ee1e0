/** Purposes of derived keys, see KeyRing. */
export const ACCESS_TOKEN_KEY = 'access-token';
export const ONE_TIME_KEY = 'one-time-token';
export const INITIAL_PASSWORD_KEY = 'initial-password';
export const REFRESH_SUCCESSOR_KEY = 'refresh-successor';
