import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { failureText } from './failure';

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'neutral';

const ICONS: Record<Tone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  neutral: Info,
};

interface NoticeProps {
  readonly tone: Tone;
  readonly role?: 'alert';
  readonly children: ReactNode;
}

export function Notice({ tone, role, children }: NoticeProps): ReactNode {
  const Icon = ICONS[tone];
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon size={20} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

interface PillProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A state: never by colour alone. */
export function Pill({ tone, icon: Icon, children }: PillProps): ReactNode {
  return (
    <span className={`pill ${tone}`}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
}

export function Empty({ icon: Icon, title, children, action }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <Icon size={40} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** What is coming, in its place. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const { common } = useTexts();
  return (
    <div className="skeleton" aria-busy="true">
      <p className="visually-hidden">{common.loading}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden />
      ))}
    </div>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** In the place of what could not be read. */
export function Failure({ error, retry }: FailureProps): ReactNode {
  const { common } = useTexts();
  return (
    <div className="empty" role="alert">
      <CircleAlert size={40} strokeWidth={1.5} aria-hidden />
      <h2>{common.failed.title}</h2>
      <p>{failureText(error, common.failed)}</p>
      <button type="button" className="button" onClick={retry}>
        {common.retry}
      </button>
    </div>
  );
}
