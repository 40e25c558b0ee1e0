import type { ReactNode } from 'react';
import { useAccountTexts } from '../../i18n/account-texts';
import { useCan, useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Page } from '../../ui/page';
import { Display } from '../../session/account/display';
import { LogOutButton } from '../../session/account/log-out';
import { Addresses } from './addresses';
import { Mails } from './mails';
import { ChangePassword } from '../../session/account/password';
import { Sessions } from '../../session/account/sessions';
import '../../styles/account.css';

export function AccountPage(): ReactNode {
  const account = useAccountTexts();
  const me = useMe();
  const can = useCan();
  const { name: tenant } = useTenant();
  const company = me.companies[0];

  return (
    <Page title={account.title} actions={<LogOutButton />}>
      <section className="card setting" aria-labelledby="person">
        <h2 id="person">{account.person}</h2>
        <div className="stack">
          <dl className="facts">
            <dt>{account.name}</dt>
            <dd>{me.name}</dd>
            <dt>{account.email}</dt>
            <dd>{me.email}</dd>
            {company && (
              <>
                <dt>{account.company}</dt>
                <dd>{company.name}</dd>
                <dt>{account.customerNumber}</dt>
                <dd>{company.number}</dd>
              </>
            )}
          </dl>
          <p className="muted small">{account.changes(tenant)}</p>
        </div>
      </section>
      <Display />
      <Mails />
      {can('ORDER') && <Addresses />}
      <ChangePassword />
      <Sessions />
    </Page>
  );
}
