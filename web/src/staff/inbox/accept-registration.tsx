import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Notice } from '../../ui/feedback';
import { CheckField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Refused } from '../refused';
import { type DecisionBody, type DecisionProps, useDecide } from './decide';
import { NewCustomer } from './new-customer';
import { standingOf } from './queries';
import { Reject } from './reject';
import { RoleChoice } from './role-choice';
import { type Chosen, CustomerMatchChoice } from './customer-match-choice';
import type { Values } from '../../ui/values';

type Role = NonNullable<DecisionBody['registration']>['role'];

/** Says to which customer and contact a registration belongs, and which role it gets; then the access is there. */
export function AcceptRegistration(props: DecisionProps): ReactNode {
  const { inbox } = useTexts();
  const { item, closed } = props;
  const { sentRegistration: sent, matches, verified } = item;
  const draft = useDraft(`decide:${item.id}`);
  const decide = useDecide(props);
  const [chosen, setChosen] = useState<Chosen>();
  if (!sent) return null;

  const send = (values: Values): Promise<void> => {
    if (!chosen) throw new Refused(inbox.whoMissing, 'registration/customerId');
    if (!values.raw('registration/role')) throw new Refused(inbox.roleMissing, 'registration/role');
    const acceptUnverified = values.checked('registration/acceptUnverified');
    if (!verified && !acceptUnverified) {
      throw new Refused(inbox.unverifiedText, 'registration/acceptUnverified');
    }
    const field = (name: string): string | undefined => values.optional(`registration/newCustomer/${name}`);
    return decide({
      decision: 'ACCEPTED',
      registration: {
        role: values.raw('registration/role') as Role,
        acceptUnverified: acceptUnverified || undefined,
        ...(chosen === 'new'
          ? {
              newCustomer: {
                name: field('name') ?? '',
                number: field('number'),
                street: field('street'),
                postalCode: field('postalCode'),
                city: field('city'),
              },
            }
          : chosen),
      },
    });
  };
  return (
    <Form
      label={inbox.decision}
      draft={draft}
      about={() => standingOf(item.id)}
      onSend={async (values) => send(values)}
    >
      <h3>{inbox.acceptRegistration}</h3>
      {!verified && <Notice tone="warn">{inbox.unverifiedText}</Notice>}
      <CustomerMatchChoice matches={matches} company={sent.company} email={sent.email} onChoose={setChosen} />
      {chosen === 'new' && <NewCustomer company={sent.company} />}
      <RoleChoice name="registration/role" />
      {!verified && <CheckField name="registration/acceptUnverified">{inbox.acceptUnverified}</CheckField>}
      {!closed && (
        <div className="actions">
          <Submit>{inbox.giveAccess}</Submit>
          <Reject {...props} />
        </div>
      )}
    </Form>
  );
}
