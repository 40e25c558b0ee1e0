import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

type List = UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly { readonly id: string }[] }>>;

export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
}

interface Position {
  readonly order: readonly string[];
  readonly id?: string;
  /** Where the one that is open stands, or stood until it left the list. */
  readonly place: number;
}

/**
 * What comes before and after the one of a list that is open, by id, for who works off the list. What is worked on may change its
 * place, or leave: the order stays as it was when somebody began, and the next is the one below in that order.
 */
export function useNeighbours(list: List, id: string | undefined): Neighbours {
  const listed = list.data?.pages.flatMap(({ items }) => items.map((item) => item.id)) ?? [];
  const [before, setPosition] = useState<Position>({ order: [], place: -1 });
  const position = advance(before, listed, id);
  if (!isSame(before, position)) setPosition(position);
  const { order, place } = position;
  const after = order[place] === id ? place + 1 : place;

  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const isLast = place >= 0 && after >= order.length;
  useEffect(() => {
    if (isLast && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isLast, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return place < 0 ? {} : { previous: order[place - 1], next: order[after] };
}

/** What has left is left out; what has come comes last. */
function advance(
  { order, id: was, place }: Position,
  listed: readonly string[],
  id: string | undefined,
): Position {
  const there = new Set(listed);
  const known = new Set(order);
  const now = [...order.filter((each) => there.has(each)), ...listed.filter((each) => !known.has(each))];
  // Without one that is open, nobody is on the way: the order is the list's.
  if (id === undefined) return { order: listed, place: -1 };
  const at = now.indexOf(id);
  if (at >= 0 || was !== id) return { order: now, id, place: at };
  const gone = order.slice(0, place).filter((each) => !there.has(each)).length;
  return { order: now, id, place: place < 0 ? place : place - gone };
}

function isSame(one: Position, other: Position): boolean {
  return (
    one.id === other.id &&
    one.place === other.place &&
    one.order.length === other.order.length &&
    one.order.every((each, at) => each === other.order[at])
  );
}
