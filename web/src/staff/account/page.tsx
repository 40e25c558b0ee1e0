import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useAccountTexts } from '../../i18n/account-texts';
import { Display } from '../../session/account/display';
import { LogOutButton } from '../../session/account/log-out';
import { ChangePassword } from '../../session/account/password';
import { Sessions } from '../../session/account/sessions';
import { useMe } from '../../session/me';
import { Facts } from '../../ui/facts';
import { Page } from '../../ui/page';
import { NotificationSetting } from '../notifications/setting';
import { KeysSetting } from '../keys/setting';
import { MyMails } from './my-mails';
import '../../styles/account.css';

export function AccountPage(): ReactNode {
  const { staff } = useTexts();
  const account = useAccountTexts();
  const me = useMe();
  return (
    <Page title={account.title} actions={<LogOutButton />}>
      <section className="card setting" aria-labelledby="person">
        <h2 id="person">{account.person}</h2>
        <Facts
          facts={[
            [account.name, me.name],
            [account.email, me.email],
            [staff.role, staff.roles[me.role === 'ADMIN' ? 'ADMIN' : 'AGENT']],
          ]}
        />
      </section>
      <Display />
      <MyMails />
      <NotificationSetting />
      <KeysSetting />
      <ChangePassword />
      <Sessions />
    </Page>
  );
}
