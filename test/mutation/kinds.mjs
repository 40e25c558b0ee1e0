import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The rules on which everything else stands, by the names of their files, so that a new one takes part without being
 * told of. Only what a unit test can reach: files that hold nothing but SQL are left to the end-to-end tests.
 */
export const KINDS = {
  policies: /[.-]policy\.ts$|\/tenant-scope\.ts$/,
  guards:
    /\.(?:guard|strategy)\.ts$|\/(?:access|shop-access|audience-check|(?:access-|opaque-)tokens?)\.ts$|\/(?:leased-limiter|limiter|login-limits)\.ts$/,
  prices:
    /\/money\/|\/(?:money|cart(?:-changes|-versions)?|offered-article)\.ts$|\/(?!order-prices)[\w-]*prices?[\w-]*\.ts$/,
  status:
    /(?<!problem)-(?:status|state|validity)\.ts$|\/(?:inbox-item-type|outcome-parts|portal-access)\.ts$|\/(?:account|inbox-item|order|outgoing-mail|registration|ticket)\.entity\.ts$/,
};

export function kindOf(file) {
  return Object.keys(KINDS).find((kind) => KINDS[kind].test(file));
}

/** Everything that belongs to a kind. */
export const MUTATED = readdirSync('src', { recursive: true })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && kindOf(file));
