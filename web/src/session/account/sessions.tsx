import { useInfiniteQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { useFormat, useTexts } from '../../i18n';
import { useAccountTexts } from '../../i18n/account-texts';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { PasswordField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { LoadMore } from '../../ui/load-more';
import { useAnnounce } from '../../ui/status';
import { programOf } from './user-agent';
import type { Values } from '../../ui/values';

type Session = components['schemas']['SessionDto'];

/** The user's sessions, and how to end them. */
export function Sessions(): ReactNode {
  const { sessions } = useAccountTexts();
  const [ending, setEnding] = useState<Session | 'others'>();
  const list = useInfiniteQuery({
    queryKey: ['listSessions', {}],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/auth/sessions', { params: { query: { cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const open = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card setting" aria-labelledby="sessions">
      <div>
        <h2 id="sessions">{sessions.title}</h2>
        <p className="muted small">{sessions.text}</p>
      </div>
      <div className="stack">
        {list.isPending && <Skeleton lines={3} />}
        {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
        <ul className="sessions">
          {open.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={() => setEnding(session)} />
          ))}
        </ul>
        <LoadMore list={list} />
        {open.length > 1 && (
          <div className="actions">
            <button type="button" className="button" onClick={() => setEnding('others')}>
              {sessions.endOthers}
            </button>
          </div>
        )}
      </div>
      {ending && <EndDialog what={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

interface LineProps {
  readonly session: Session;
  readonly onEnd: () => void;
}

function SessionLine({ session: { current, userAgent, createdAt, address }, onEnd }: LineProps): ReactNode {
  const { sessions } = useAccountTexts();
  const format = useFormat();
  const { program, system } = programOf(userAgent ?? '');
  const what = program ? sessions.on(program, system) : sessions.unknown;
  return (
    <li>
      <MonitorSmartphone size={22} aria-hidden />
      <div className="session-text">
        <strong>{what}</strong>
        <span className="muted small">
          {sessions.since(format.ago(createdAt))}
          {address && ` · ${address}`}
        </span>
      </div>
      {current ? (
        <span className="pill good">{sessions.current}</span>
      ) : (
        <button type="button" className="button" aria-label={sessions.endNamed(what)} onClick={onEnd}>
          {sessions.end}
        </button>
      )}
    </li>
  );
}

interface EndProps {
  readonly what: Session | 'others';
  readonly onClose: () => void;
}

function EndDialog({ what, onClose }: EndProps): ReactNode {
  const { common, entry } = useTexts();
  const { sessions } = useAccountTexts();
  const announce = useAnnounce();
  const others = what === 'others';
  const send = async (values: Values): Promise<void> => {
    const body = {
      currentPassword: values.raw('currentPassword'),
      sessionId: others ? undefined : what.id,
    };
    unwrap(await api.POST('/api/v1/auth/session-endings', { body }));
    await queries.invalidateQueries({ queryKey: ['listSessions'] });
    onClose();
    announce(others ? sessions.endedOthers : sessions.ended);
  };
  return (
    <Dialog title={others ? sessions.askOthers : sessions.ask} onClose={onClose}>
      <p className="muted">{sessions.askText}</p>
      <Form onSend={send}>
        <PasswordField name="currentPassword" label={entry.login.password} autoComplete="current-password" />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{sessions.end}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}
