import type { Locator, Page } from 'playwright-core';

const MAX_PRESSES = 80;

/** Goes with the Tab key to what somebody wants to use. @throws where the key does not lead there */
export async function tabTo(page: Page, target: Locator, maxPresses = MAX_PRESSES): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < maxPresses; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

export async function pressOn(page: Page, target: Locator, maxPresses?: number): Promise<void> {
  await tabTo(page, target, maxPresses);
  await page.keyboard.press('Enter');
}
