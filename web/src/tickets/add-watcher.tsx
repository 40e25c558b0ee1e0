import { type ReactNode, useState } from 'react';
import { FoundSelect } from '../ui/found-select';
import { Form, Submit } from '../ui/form';
import type { Values } from '../ui/values';
import type { Person } from './watcher-card';
import { isChoice, type ListQuery, useNarrowing } from '../ui/narrowing';

export interface AddWatcherProps<Item> {
  readonly texts: {
    readonly who: string;
    readonly choose: string;
    readonly find: string;
    readonly add: string;
  };
  readonly people: (words?: string) => ListQuery<Item>;
  /** Who of them can be added. */
  readonly keep: (person: Item) => boolean;
  readonly nameOf: (person: Item) => string;
  readonly onAdd: (person: Person) => Promise<void>;
}

/** Lets one more read along. */
export function AddWatcher<Item extends { readonly id: string }>(props: AddWatcherProps<Item>): ReactNode {
  const { texts, people, keep, nameOf, onAdd } = props;
  const list = useNarrowing(people, { keep });
  const [chosen, choose] = useState<Item>();
  if (!isChoice(list)) return null;
  const add = async (_values: Values, form: HTMLFormElement): Promise<void> => {
    const card = form.closest('section');
    if (chosen) await onAdd({ id: chosen.id, name: nameOf(chosen) });
    // What was pressed is no longer there then.
    card?.focus();
  };
  return (
    <Form onSend={add} className="add">
      <FoundSelect
        name="contactId"
        label={texts.who}
        list={list}
        searchLabel={texts.find}
        none={texts.choose}
        nameOf={nameOf}
        onChoose={choose}
        required
      />
      <Submit>{texts.add}</Submit>
    </Form>
  );
}
