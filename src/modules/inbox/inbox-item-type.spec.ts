import { INBOX_ITEM_STATES, INBOX_ITEM_TYPES, isOpen } from './inbox-item-type';

it('is open until it is decided', () => {
  expect(INBOX_ITEM_STATES.filter(isOpen)).toEqual(['NEW', 'IN_PROGRESS']);
  expect(INBOX_ITEM_STATES.filter((state) => !isOpen(state))).toEqual(['DONE', 'REJECTED']);
});

it('holds all that customers send', () => {
  expect(INBOX_ITEM_TYPES).toEqual(['ORDER', 'QUOTE_REQUEST', 'REGISTRATION']);
});
