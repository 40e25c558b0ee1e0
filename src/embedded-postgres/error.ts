/** The message is meant for the person who starts the program and says what to do about it. */
export class EmbeddedPostgresError extends Error {}

export const USE_OWN_SERVER = 'Set DATABASE_URL to use a PostgreSQL server of your own instead.';
