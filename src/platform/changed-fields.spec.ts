import { changedFields } from './changed-fields';

interface Row {
  name: string;
  city: string | null;
  phone: string | null;
}

const ROW: Row = { name: 'Muster', city: 'Köln', phone: null };

describe('changed fields', () => {
  it('leaves out what is the same or not given', () => {
    expect(changedFields(ROW, { name: 'Muster', city: undefined, phone: null })).toEqual({});
  });

  it('keeps a new value and a value that is cleared', () => {
    expect(changedFields(ROW, { name: 'Neu', city: null })).toEqual({ name: 'Neu', city: null });
  });
});
