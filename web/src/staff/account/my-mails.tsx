import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { forgetWhoIsHere } from '../../session/session';
import { failureText } from '../../ui/failure';
import { useSay } from '../../ui/status';

type WorkMails = components['schemas']['WorkMailsDto'];

const TOPICS = ['inbox', 'myTickets', 'unassignedTickets'] as const;
const TIMINGS = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
const ALL_AT_ONCE: WorkMails = { inbox: 'AT_ONCE', myTickets: 'AT_ONCE', unassignedTickets: 'AT_ONCE' };

/** Of which work one hears by mail, and when; what is chosen holds at once. */
export function MyMails(): ReactNode {
  const { common, staff } = useTexts();
  const { workMails = ALL_AT_ONCE } = useMe();
  const router = useRouter();
  const say = useSay();
  const [chosen, setChosen] = useState(workMails);

  const choose = async (change: Partial<WorkMails>): Promise<void> => {
    setChosen((now) => ({ ...now, ...change }));
    try {
      unwrap(await api.PATCH('/api/v1/auth/me', { body: { workMails: change } }));
      say(staff.mails.saved);
      forgetWhoIsHere();
      await router.invalidate();
    } catch (error) {
      setChosen(chosen);
      say(failureText(error, common.failed));
    }
  };
  return (
    <section className="card setting" aria-labelledby="my-mails">
      <div>
        <h2 id="my-mails">{staff.mails.title}</h2>
        <p className="muted small">{staff.mails.text}</p>
      </div>
      <div className="stack">
        {TOPICS.map((topic) => (
          <div key={topic} className="field">
            <p id={`mails-${topic}`} className="legend">
              {staff.mails.topics[topic]}
            </p>
            <div className="segments" role="group" aria-labelledby={`mails-${topic}`}>
              {TIMINGS.map((timing) => (
                <button
                  key={timing}
                  type="button"
                  aria-pressed={chosen[topic] === timing}
                  onClick={() => void choose({ [topic]: timing })}
                >
                  {staff.mails.timings[timing]}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
