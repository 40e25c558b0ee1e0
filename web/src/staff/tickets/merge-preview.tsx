import type { ReactNode } from 'react';
import { useMergeTexts } from '../../i18n/merge-texts';
import { Whole } from '../../ui/whole';
import type { TicketDetail } from './queries';

type Person = NonNullable<TicketDetail['contact']>;

/** A ticket with its watchers. */
export interface TicketWithReaders {
  readonly ticket: TicketDetail;
  readonly watchers: readonly Person[];
}

interface MergePreviewProps {
  /** Goes on. */
  readonly first: TicketWithReaders;
  /** Ends. */
  readonly second: TicketWithReaders;
}

/** What will happen when two tickets become one, and who will read what. */
export function MergePreview({ first, second }: MergePreviewProps): ReactNode {
  const texts = useMergeTexts();
  const [present, people] = [readersOf(first), readersOf(second)];
  const isIn = (list: readonly Person[], id: string): boolean => list.some((one) => one.id === id);
  const joining = people.filter(({ id }) => !isIn(present, id)).map(({ name }) => name);
  const without = present.filter(({ id }) => !isIn(people, id)).map(({ name }) => name);
  const [kept, ended] = [first.ticket.number, second.ticket.number];
  const points = [
    texts.ends(ended, kept),
    texts.together(kept),
    joining.length > 0 && texts.joining(joining.join(', '), kept),
    without.length > 0 && texts.without(without.join(', '), ended),
    texts.mail(ended),
  ].filter((point) => point !== false);
  return (
    <section className="merge-preview" aria-label={texts.preview} aria-live="polite">
      <h3>{texts.preview}</h3>
      <ul className="points">
        {points.map((point) => (
          <li key={point}>
            <Whole text={point} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function readersOf({ ticket, watchers }: TicketWithReaders): readonly Person[] {
  return [...(ticket.contact ? [ticket.contact] : []), ...watchers];
}
