import type { Browser, Page } from 'playwright-core';
import { addCustomer } from '../support/population';
import { addAgent, PASSWORD, uniqueEmail, type World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser, type Visitor } from './support/browser';

const WORDS = {
  de: {
    logOutAll: 'Überall abmelden',
    loggedOut: 'Jana Schuster ist überall abgemeldet.',
    proof: 'Bitte bestätigen Sie mit Ihrem Passwort',
    password: 'Ihr Passwort',
    users: 'Mitarbeiter',
    invite: 'Mitarbeiter einladen',
    name: 'Name',
    email: 'E-Mail-Adresse',
    role: 'Rolle',
    send: 'Einladung senden',
    invited: 'Eingeladen',
    resend: 'Jana Schuster erneut einladen',
    resent: 'Jana Schuster bekommt neue Zugangsdaten.',
    change: 'Jana Schuster ändern',
    deactivate: 'Deaktivieren',
    works: 'Bearbeitet gerade: 2 laufende Tickets, 0 Einträge im Postkorb.',
    successor: 'Wer übernimmt die Arbeit?',
    leave: 'Übergeben und deaktivieren',
    handOver: 'Nur übergeben',
    handedOver: 'Die Arbeit von Agnes Agent ist übergeben.',
    left: 'Die Arbeit von Agnes Agent wartet jetzt auf alle. Agnes Agent hat keinen Zugang mehr.',
    deactivated: 'Deaktiviert',
    reactivate: 'Wieder einladen',
    lastAdmin: 'Ein Mandant braucht mindestens einen aktiven Administrator.',
    audit: 'Protokoll',
    action: 'Aktion',
    settingsChanged: 'Einstellungen geändert',
    userInvited: /Mitarbeiter eingeladen/,
    until: 'Bis',
    nothing: 'Keine Einträge',
    reset: 'Filter zurücksetzen',
    resetObject: 'Wieder alle Objekte zeigen',
    onlyThis: /^Nur dieses Objekt/,
    object: 'Objekt',
    person: 'Person',
  },
  en: {
    logOutAll: 'Log out everywhere',
    loggedOut: 'Jana Schuster has been logged out everywhere.',
    proof: 'Please confirm with your password',
    password: 'Your password',
    users: 'Staff',
    invite: 'Invite a colleague',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    send: 'Send the invitation',
    invited: 'Invited',
    resend: 'Invite again: Jana Schuster',
    resent: 'Jana Schuster gets new credentials.',
    change: 'Change Jana Schuster',
    deactivate: 'Deactivate',
    works: 'Works on 2 running tickets and 0 items of the inbox now.',
    successor: 'Who takes the work over?',
    leave: 'Hand over and deactivate',
    handOver: 'Hand over only',
    handedOver: 'The work of Agnes Agent has been handed over.',
    left: 'The work of Agnes Agent now waits for anybody. Agnes Agent has no access any more.',
    deactivated: 'Deactivated',
    reactivate: 'Invite again',
    lastAdmin: 'A tenant needs at least one active administrator.',
    audit: 'Audit log',
    action: 'Action',
    settingsChanged: 'Settings changed',
    userInvited: /Staff user invited(?! again)/,
    until: 'Until',
    nothing: 'No entries',
    reset: 'Reset the filters',
    resetObject: 'Show all objects again',
    onlyThis: /^Only this object/,
    object: 'Object',
    person: 'Person',
  },
} as const;

describe('The users of a tenant and what they did, in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let admin: Administrator;
    let world: World;
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, visitor, page } = admin);
    });

    afterAll(() => admin.leave());

    it('invites colleagues, ends and renews their access, but not that of the last administrator', async () => {
      await admin.go(words.users);
      const email = uniqueEmail('jana');
      await admin.button(words.invite).click();
      const dialog = page.getByRole('dialog').first();
      await dialog.getByLabel(words.name, { exact: true }).fill('Jana Schuster');
      await dialog.getByLabel(words.email).fill(email);
      await dialog.getByLabel(words.role).selectOption('ADMIN');
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words.send }).click();
      const proof = page.getByRole('dialog', { name: words.proof });
      await proof.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      const row = page.getByRole('row').filter({ hasText: email });
      await row.getByText(words.invited).waitFor();
      await admin.button(words.resend).click();
      await admin.hears(words.resent);
      expect(await visitor.findings()).toEqual([]);
      await admin.button(words.change).click();
      await admin.button(words.logOutAll).click();
      await admin.hears(words.loggedOut);
      await admin.button(words.change).click();
      await admin.button(words.deactivate).click();
      await row.getByText(words.deactivated).waitFor();
      await page.getByRole('row').filter({ hasText: world.tenant.adminEmail }).getByRole('button').click();
      await admin.button(words.deactivate).click();
      await page.getByRole('dialog').getByText(words.lastAdmin).waitFor();
      await page.keyboard.press('Escape');
      await admin.button(words.change).click();
      await page.getByRole('dialog').getByRole('button', { name: words.reactivate }).click();
      await proof.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await row.getByText(words.invited).waitFor();
    });

    it('hands over the work of a colleague who leaves', async () => {
      const leaver = await addAgent(world);
      const { email } = (await leaver.get('/auth/me').expect(200)).body as { email: string };
      const me = (await world.admin.get('/auth/me').expect(200)).body as { id: string; name: string };
      const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
      const ids: string[] = [];
      for (const subject of ['Drucker', 'Server']) {
        const { body } = await world.admin
          .post('/staff/tickets')
          .send({ customerId, subject, description: 'x', assigneeId: leaver.id })
          .expect(201);
        ids.push(String(body.id));
      }
      await page.reload();
      const row = page.getByRole('row').filter({ hasText: email });
      const dialog = page.getByRole('dialog');
      await row.getByRole('button').click();
      await dialog.getByText(words.works).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByLabel(words.successor).selectOption(me.name);
      await dialog.getByRole('button', { name: words.handOver }).click();
      await admin.hears(words.handedOver);
      for (const id of ids) {
        expect((await world.admin.get(`/staff/tickets/${id}`).expect(200)).body).toMatchObject({
          assignee: { id: me.id },
        });
      }
      await world.admin
        .patch(`/staff/tickets/${String(ids[0])}`)
        .set('if-match', '"2"')
        .send({ assigneeId: leaver.id })
        .expect(200);
      await row.getByRole('button').click();
      await dialog.getByRole('button', { name: words.leave }).click();
      await admin.hears(words.left);
      await row.getByText(words.deactivated).waitFor();
      expect((await world.admin.get(`/staff/tickets/${String(ids[0])}`).expect(200)).body).toMatchObject({
        assignee: null,
      });
    });

    it('shows the actor and the changes, filtered by action, object and day', async () => {
      const { body: settings } = await world.admin.get('/staff/settings').expect(200);
      await world.admin
        .patch('/staff/settings')
        .set('if-match', `"${String(settings.version)}"`)
        .send({ termsVersion: '2031-07' })
        .expect(200);
      await admin.go(words.audit);
      const rows = page.locator('tbody tr');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();
      await rows.filter({ hasText: '2031-07' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.action).selectOption('staff-user.invited');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor({ state: 'detached' });
      await rows.filter({ hasText: words.userInvited }).getByText('Jana Schuster').waitFor();
      expect(await rows.filter({ hasNotText: words.userInvited }).count()).toBe(0);
      await page.getByLabel(words.until).fill('2020-01-01');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      await page.getByRole('link', { name: words.reset }).click();
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();

      await page.getByLabel(words.object).selectOption('StaffUser');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor({ state: 'detached' });
      const invited = rows.filter({ hasText: words.userInvited }).filter({ hasText: 'Jana Schuster' });
      await invited.getByRole('link', { name: words.onlyThis }).click();
      await page.getByRole('link', { name: words.resetObject }).waitFor();
      // She was invited by one row of all; those of others are gone.
      await rows.filter({ hasText: words.userInvited }).nth(1).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: words.resetObject }).click();
      const { body: me } = await world.admin.get('/auth/me').expect(200);
      await page.getByLabel(words.person).selectOption(String(me.id));
      await rows
        .filter({ hasNotText: String(me.name) })
        .first()
        .waitFor({ state: 'detached' });
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();
    });
  });
});
