import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useOwnChoice } from '../../session/account/own-choice';
import { useMe } from '../../session/me';
import type { Me } from '../../session/session';

type WorkMails = NonNullable<Me['workMails']>;

const TOPICS = ['inbox', 'myTickets', 'unassignedTickets'] as const;
const TIMINGS = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
const ALL_AT_ONCE: WorkMails = { inbox: 'AT_ONCE', myTickets: 'AT_ONCE', unassignedTickets: 'AT_ONCE' };

/** Of which work one hears by mail, and when. */
export function MyMails(): ReactNode {
  const { mails } = useTexts().staff;
  const { workMails = ALL_AT_ONCE } = useMe();
  const [chosen, choose] = useOwnChoice(workMails, (next) => ({ workMails: next }));
  return (
    <section className="card setting" aria-labelledby="my-mails">
      <div>
        <h2 id="my-mails">{mails.title}</h2>
        <p className="muted small">{mails.text}</p>
      </div>
      <div className="stack">
        {TOPICS.map((topic) => (
          <div key={topic} className="field">
            <p id={`mails-${topic}`} className="legend">
              {mails.topics[topic]}
            </p>
            <div className="segments" role="group" aria-labelledby={`mails-${topic}`}>
              {TIMINGS.map((timing) => (
                <button
                  key={timing}
                  type="button"
                  aria-pressed={chosen[topic] === timing}
                  onClick={() => void choose({ ...chosen, [topic]: timing })}
                >
                  {mails.timings[timing]}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
