import { Api } from '../support/api';
import { newestMail } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

const NEW_PASSWORD = 'Leuchtturm wandert seltsam 17';

describe('A forgotten password in the browser', () => {
  it('is replaced by way of a mail, and its sessions end', async () => {
    const browser = await openBrowser();
    const world = await makeWorld();
    const { slug } = world.tenant;
    const { email } = await addContact(world, await addCustomer(world.admin, 'Vergessen GmbH'), 'USER');
    const elsewhere = await Api.signIn({ tenant: slug, email, password: PASSWORD });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    const before = await newestMail(email);
    await page.goto(`/p/${slug}/tickets`);
    await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
    await page.getByRole('heading', { name: 'Passwort vergessen' }).waitFor();
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
    await page.getByText(`Wenn ${email} hier einen Zugang hat`).waitFor();

    const { text } = await newestMail(email, { after: before });
    const link = new RegExp(`/p/${slug}/password#token=\\S+`).exec(text)?.[0] ?? '';
    await page.goto(link);
    await page.getByLabel('Neues Passwort').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ihr Passwort ist gespeichert' }).waitFor();
    await elsewhere.get('/auth/me').expect(401);

    await page.getByRole('link', { name: 'Zur Anmeldung' }).click();
    const password = page.getByLabel('Passwort', { exact: true });
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await password.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await password.fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Guten Tag, / }).waitFor();
    // The link has done its work, and says so.
    await page.goto(link);
    await page.getByRole('heading', { name: 'Ihr Passwort ist schon festgelegt' }).waitFor();
    expect(await page.getByLabel('Neues Passwort').count()).toBe(0);
    await page.getByRole('link', { name: 'Neuen Link anfordern' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Zur Anmeldung' }).click();
    await page.getByRole('heading', { name: /^Guten Tag, / }).waitFor();
    await visitor.leave();
    await browser.close();
  });
});
