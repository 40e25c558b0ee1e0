export const VIEWS = ['open', 'mine', 'unassigned', 'done'] as const;
export type View = (typeof VIEWS)[number];
export const TYPES = ['ORDER', 'QUOTE_REQUEST', 'REGISTRATION'] as const;
export type ItemType = (typeof TYPES)[number];

/** What the address of the Postkorb says. */
export interface InboxSearch {
  readonly view?: View;
  readonly type?: ItemType;
}

export function inboxSearch({ view, type }: Record<string, unknown>): InboxSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'open'),
    type: TYPES.find((known) => known === type),
  };
}
