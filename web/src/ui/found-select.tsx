import { type ReactNode, useState } from 'react';
import { SelectField, type SelectProps } from './fields';
import { NarrowBox, type Narrowing } from './narrowing';

interface FoundSelectProps<Item> extends Omit<SelectProps, 'above' | 'children' | 'defaultValue'> {
  readonly list: Narrowing<Item>;
  readonly searchLabel: string;
  /** What it says where nothing is chosen. */
  readonly none: string;
  readonly nameOf: (item: Item) => string;
  /** What was chosen before, whether or not it is in the list. */
  readonly chosen?: Item;
  readonly onChoose?: (item: Item | undefined) => void;
}

/** Chooses one of a list of any length. What is chosen stays so, whatever is searched for afterwards. */
export function FoundSelect<Item extends { readonly id: string }>(props: FoundSelectProps<Item>): ReactNode {
  const { list, searchLabel, none, nameOf, chosen: before, onChoose, ...select } = props;
  const [chosen, setChosen] = useState(before);
  const items = list.items ?? [];
  const isListed = items.some(({ id }) => id === chosen?.id);
  const offered = chosen && !isListed ? [...items, chosen] : items;
  return (
    <SelectField
      {...select}
      defaultValue={before?.id ?? ''}
      above={<NarrowBox label={searchLabel} list={list} />}
      onChange={({ currentTarget }) => {
        const next = offered.find(({ id }) => id === currentTarget.value);
        setChosen(next);
        onChoose?.(next);
      }}
    >
      <option value="">{none}</option>
      {offered.map((item) => (
        <option key={item.id} value={item.id}>
          {nameOf(item)}
        </option>
      ))}
    </SelectField>
  );
}
