/** What can go wrong, in the words of the domain; only the filter in platform/http knows how that is answered. */
export * from './common.errors';
export * from './domain-error';
