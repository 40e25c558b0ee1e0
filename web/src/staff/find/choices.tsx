import { type ReactNode, useEffect, useRef } from 'react';
import { useFindTexts } from '../../i18n/find-texts';

/** Something that can be opened. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly number?: string | null;
  readonly detail?: string;
  readonly open: () => void;
}

export interface Group {
  readonly name: string;
  readonly choices: readonly Choice[];
}

interface ChoicesProps {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly chosen: Choice | undefined;
  readonly onPoint: (choice: Choice) => void;
  readonly onOpen: (choice: Choice) => void;
}

/** The list below the field, by the pattern of a combobox: the focus stays in the field, which names what is chosen. */
export function Choices({ id, groups, chosen, onPoint, onOpen }: ChoicesProps): ReactNode {
  const texts = useFindTexts();
  const list = useRef<HTMLDivElement>(null);
  const key = chosen?.key;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <div className="find-list" id={id} role="listbox" aria-label={texts.results} ref={list}>
      {groups.map(({ name, choices }) => (
        <div key={name} role="group" aria-label={name}>
          <p className="find-kind" aria-hidden>
            {name}
          </p>
          {choices.map((choice) => (
            <button
              key={choice.key}
              type="button"
              id={`${id}-${choice.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={choice.key === key}
              onPointerMove={() => onPoint(choice)}
              onClick={() => onOpen(choice)}
            >
              <span className="find-title">{choice.title}</span>
              {choice.number && <span className="number whole muted">{choice.number}</span>}
              {choice.detail && <span className="find-detail muted small">{choice.detail}</span>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
