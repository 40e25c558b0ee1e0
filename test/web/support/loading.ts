import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Something in a page that others have pushed away. */
export interface Moved {
  readonly value: number;
  readonly what: readonly string[];
}

/** See docs/performance.md. */
const MAX_MOVEMENT = 0.02;
/** Until what comes last has been painted. */
export const SETTLE_MS = 600;
/** The browser says so some seconds after the page is there. */
export const COMPLAINS_AFTER_MS = 5_000;
const APART_MS = 60;

const WATCH = `
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) moved.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)) });
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Before the page is opened. */
export async function watchMovement(page: Page): Promise<void> {
  await page.addInitScript(WATCH);
}

/** What has moved since, where it is more than it may be. */
export async function movementOf(page: Page): Promise<readonly Moved[]> {
  const moved = await page.evaluate<Moved[]>('moved');
  return moved.reduce((sum, { value }) => sum + value, 0) > MAX_MOVEMENT ? moved : [];
}

/** Before the page is opened: answers arrive one after the other. */
export async function spreadAnswers(page: Page, addresses: string): Promise<void> {
  let answers = 0;
  await page.route(addresses, async (route) => {
    await sleep(APART_MS * ++answers);
    await route.continue();
  });
}

/** Until what a page has asked for is there and painted. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await sleep(SETTLE_MS);
}
