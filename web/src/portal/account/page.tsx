import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { signOut } from '../../session/session';
import { useTenant } from '../../session/tenant';
import { failureText } from '../../ui/failure';
import { Page } from '../../ui/page';
import { useSay } from '../../ui/status';
import { Display } from './display';
import { Mails } from './mails';
import { ChangePassword } from './password';
import { Sessions } from './sessions';
import '../../styles/account.css';

export function AccountPage(): ReactNode {
  const { account, common } = useTexts();
  const say = useSay();
  const me = useMe();
  const { name: tenant, slug } = useTenant();
  const navigate = useNavigate();
  const company = me.companies[0];

  const leave = async (): Promise<void> => {
    try {
      await signOut(me);
    } catch (error) {
      say(failureText(error, common.failed));
      return;
    }
    await navigate({ to: '/p/$slug/login', params: { slug }, search: { ended: 'out' } });
  };
  return (
    <Page
      title={account.title}
      actions={
        <button type="button" className="button" onClick={() => void leave()}>
          <LogOut size={18} aria-hidden />
          {account.logout}
        </button>
      }
    >
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
      <ChangePassword />
      <Sessions />
    </Page>
  );
}
