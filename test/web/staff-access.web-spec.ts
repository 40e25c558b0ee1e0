import { newestMail, tokenFrom } from '../support/mailbox';
import { addCustomer } from '../support/population';
import { uniqueEmail } from '../support/world';
import { Administrator } from './support/administrator';
import { openBrowser } from './support/browser';

describe('Access for a contact who has no address yet', () => {
  it('is given in one step with the address, which is asked for before anything is chosen', async () => {
    const browser = await openBrowser();
    const admin = await Administrator.come(browser, { language: 'de', width: 1280 });
    const { world, page } = admin;
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Neumann' })
      .expect(201);
    await admin.open(`/customers/${customerId}`);
    await admin.button('Aktivieren: Neumann').click();
    const address = admin.dialog().getByLabel('E-Mail-Adresse');
    const email = uniqueEmail('neumann');
    await address.fill(email);
    await admin
      .dialog()
      .getByLabel(/^Hauptbenutzer/)
      .check();
    expect(await admin.visitor.findings()).toEqual([]);
    await admin.button('Aktivieren und Mail senden').click();
    await admin.dialogCloses();
    const row = page.getByRole('row').filter({ hasText: email });
    await row.getByText('Eingeladen').waitFor();
    expect(tokenFrom(await newestMail(email))).not.toBe('');
    await admin.leave();
    await browser.close();
  });

  it('is given by keys: the dialog begins at the role, of which none is chosen', async () => {
    const browser = await openBrowser();
    const admin = await Administrator.come(browser, { language: 'de', width: 1280 });
    const { world, page } = admin;
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    const email = uniqueEmail('neumann');
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Neumann', email })
      .expect(201);
    await admin.open(`/customers/${customerId}`);
    await admin.button('Aktivieren: Neumann').press('Enter');
    await admin
      .dialog()
      .getByLabel(/^Benutzer/)
      .waitFor();
    expect(await admin.dialog().getByRole('radio', { checked: true }).count()).toBe(0);
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await admin.dialogCloses();
    const row = page.getByRole('row').filter({ hasText: email });
    await row.getByText('Eingeladen').waitFor();
    await row.getByText('Benutzer', { exact: true }).waitFor();
    await admin.leave();
    await browser.close();
  });
});
