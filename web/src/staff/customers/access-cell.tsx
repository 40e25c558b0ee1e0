import { Ban, CircleCheck, CircleDashed, type LucideIcon, MailPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import { ActivateAccess } from './activate-access';
import { CredentialsMail } from './credentials-mail';
import { ManageAccess } from './manage-access';
import { type Contact, nameOf } from './queries';

const LOOKS: Record<Contact['portalAccess']['state'], readonly [tone: Tone, icon: LucideIcon]> = {
  NONE: ['neutral', CircleDashed],
  INVITED: ['info', MailPlus],
  ACTIVE: ['good', CircleCheck],
  DEACTIVATED: ['warn', Ban],
};

/** The column "Kundenportal": what access a contact has, what became of the mail, and the way to change it. */
export function AccessCell({ contact }: { readonly contact: Contact }): ReactNode {
  const { access: texts } = useTexts().customers;
  const { portalAccess, credentialsMail } = contact;
  const { state, role } = portalAccess;
  const [asking, setAsking] = useState(false);
  const [tone, icon] = LOOKS[state];
  const has = state === 'INVITED' || state === 'ACTIVE';
  const step = state === 'NONE' ? 'activate' : has ? 'manage' : 'reactivate';
  return (
    <div className="access">
      <span className="row pills">
        <Pill tone={tone} icon={icon}>
          {texts.states[state]}
        </Pill>
        {has && role && <span className="small">{texts.roles[role]}</span>}
      </span>
      {credentialsMail && <CredentialsMail mail={credentialsMail} />}
      <button
        type="button"
        className={has ? 'button' : 'button primary'}
        aria-label={`${texts[step]}: ${nameOf(contact)}`}
        onClick={() => setAsking(true)}
      >
        {texts[step]}
      </button>
      {asking && has && <ManageAccess contact={contact} onClose={() => setAsking(false)} />}
      {asking && !has && <ActivateAccess contact={contact} onClose={() => setAsking(false)} />}
    </div>
  );
}
