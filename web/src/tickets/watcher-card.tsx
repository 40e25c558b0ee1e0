import { X } from 'lucide-react';
import { Fragment, type ReactNode, useRef } from 'react';
import { Form } from '../ui/form';
import '../styles/watchers.css';

export interface Person {
  readonly id: string;
  readonly name: string;
}

interface WatcherCardProps {
  readonly texts: { readonly title: string; readonly none: string };
  readonly watchers: readonly Person[];
  /** What taking somebody away is called; absent where whoever looks at it may not. */
  readonly removalOf: (watcher: Person) => string | undefined;
  readonly onRemove: (watcher: Person) => Promise<void>;
  /** Where one more is added. */
  readonly adding: ReactNode;
}

/** Who sees a ticket besides its contact. */
export function WatcherCard(props: WatcherCardProps): ReactNode {
  const { texts, watchers, removalOf, onRemove, adding } = props;
  const card = useRef<HTMLElement>(null);
  // What was pressed is no longer there then.
  const stay = (): void => card.current?.focus();
  return (
    <section ref={card} className="card watchers" aria-labelledby="watchers" tabIndex={-1}>
      <h2 id="watchers">{texts.title}</h2>
      {watchers.length === 0 ? (
        <p className="muted">{texts.none}</p>
      ) : (
        <ul className="row">
          {watchers.map((watcher) => (
            <li key={watcher.id}>
              <span>{watcher.name}</span>
              <Removal label={removalOf(watcher)} onRemove={() => onRemove(watcher).then(stay)} />
            </li>
          ))}
        </ul>
      )}
      <Fragment key={watchers.length}>{adding}</Fragment>
    </section>
  );
}

interface RemovalProps {
  readonly label: string | undefined;
  readonly onRemove: () => Promise<void>;
}

function Removal({ label, onRemove }: RemovalProps): ReactNode {
  if (label === undefined) return null;
  return (
    <Form onSend={onRemove} className="row">
      <button type="submit" className="icon-button" aria-label={label} title={label}>
        <X size={18} aria-hidden />
      </button>
    </Form>
  );
}
