import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { useFindTexts } from '../../i18n/find-texts';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/feedback';
import { Choices, type Choice, type Group } from './choices';
import { useOpenHit } from './open-hit';
import { type Place, usePlaces } from './places';
import { type Hit, searchQuery } from './queries';
import '../../styles/find.css';

const AFTER_TYPING_MS = 150;

/** One field for everything: arrow keys choose among what is found, Enter opens it, Escape closes. */
export function FindDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const texts = useFindTexts();
  const { common } = useTexts();
  const list = useId();
  const timer = useRef<number>(undefined);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  /** Enter was pressed before the answer was there. */
  const isAwaited = useRef(false);
  const query = useQuery(searchQuery(words));
  const groups = useGroups(words, query.data?.items ?? []);
  const choices = groups.flatMap((group) => group.choices);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const isComing = query.isFetching && (query.isPlaceholderData || query.data === undefined);

  const open = ({ open }: Choice): void => {
    onClose();
    // Once the dialog has given back the focus, so that the new page gets it.
    setTimeout(open);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isAwaited.current || isComing || !query.data) return;
    isAwaited.current = false;
    if (chosen) open(chosen);
  });

  const look = (typed: string): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setAt(0);
    setWords(typed.trim());
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, choices.length - 1) + step + choices.length) % Math.max(choices.length, 1));
    else if (event.key !== 'Enter') return;
    else if (timer.current !== undefined || isComing) {
      isAwaited.current = true;
      look(event.currentTarget.value);
    } else if (chosen) open(chosen);
    event.preventDefault();
  };

  return (
    <Dialog title={texts.title} onClose={onClose}>
      <div className="search-box find-field">
        <Search size={20} aria-hidden />
        <input
          className="input"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          aria-label={texts.title}
          aria-describedby={`${list}-hint`}
          aria-autocomplete="list"
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-activedescendant={chosen && `${list}-${chosen.key}`}
          placeholder={texts.placeholder}
          onInput={({ currentTarget: { value } }) => {
            isAwaited.current = false;
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => look(value), AFTER_TYPING_MS);
          }}
          onKeyDown={press}
        />
      </div>
      <p className="muted small find-count" role="status">
        {isComing ? texts.searching : !query.isError && words.length > 1 && texts.found(choices.length)}
      </p>
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      <Choices
        id={list}
        groups={groups}
        chosen={chosen}
        onPoint={(choice) => setAt(choices.indexOf(choice))}
        onOpen={open}
      />
      <div className="find-foot">
        <p className="muted small" id={`${list}-hint`}>
          {texts.hint}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}

/** What is found, by kinds, the best first; the pages with the words in their names above it where one begins so, else below it. */
function useGroups(words: string, hits: readonly Hit[]): readonly Group[] {
  const texts = useFindTexts();
  const openHit = useOpenHit();
  const wanted = words.toLowerCase();
  const places = usePlaces().filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = words.length > 1 ? hits : [];
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => ({
    name: texts.kinds[kind],
    choices: shown
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({
        key: hit.id,
        title: hit.title ?? hit.customer?.name ?? '',
        number: hit.number,
        detail: [hit.title !== null && hit.customer?.name, hit.detail].filter(Boolean).join(' · '),
        open: () => openHit(hit),
      })),
  }));
  if (places.length === 0) return groups;
  const begins = ({ name }: Place): boolean => name.toLowerCase().startsWith(wanted);
  const [first, others] = [places.filter(begins), places.filter((place) => !begins(place))];
  const choices = [...first, ...others].map(({ to, name, go }) => ({ key: to, title: name, open: go }));
  const pages = { name: texts.places, choices };
  return words !== '' && first.length > 0 ? [pages, ...groups] : [...groups, pages];
}
