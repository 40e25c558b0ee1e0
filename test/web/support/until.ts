import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const WITHIN_MS = 15_000;
const LOOKS_EVERY_MS = 50;

/**
 * Waits until something is true in the page. It is asked from outside again and again: the content security policy does not let a
 * script in the page evaluate what it was handed.
 */
export async function until(page: Page, condition: string): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!(await page.evaluate<boolean>(condition))) {
    if (Date.now() > end) throw new Error(`Never true: ${condition}`);
    await sleep(LOOKS_EVERY_MS);
  }
}
