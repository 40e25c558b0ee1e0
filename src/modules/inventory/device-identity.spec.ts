import { type DeviceNaming, type KnownDevice, KnownDevices, keyOf } from './device-identity';

const device = (id: string, values: Partial<KnownDevice>): KnownDevice => ({
  id,
  customer_id: 'muster',
  asset_tag: null,
  asset_tag_key: values.asset_tag?.toLowerCase() ?? null,
  serial_number: null,
  name: 'Drucker',
  ...values,
});

describe('The device that a row of a file means', () => {
  const known = new KnownDevices([
    device('tagged', { asset_tag: 'INV-1', serial_number: 'SN1' }),
    device('serial', { serial_number: 'SN2' }),
    device('bare', { name: 'Archiv' }),
    device('twin', { serial_number: 'SN3' }),
    device('tagged twin', { serial_number: 'SN3', asset_tag: 'INV-3' }),
    device('double', { serial_number: 'SN4' }),
    device('double too', { serial_number: 'SN4' }),
    device('foreign', { customer_id: 'fremd', serial_number: 'SN9' }),
  ]);

  it.each<[DeviceNaming, string[]]>([
    [{ asset_tag: 'inv-1' }, ['tagged']],
    [{ asset_tag: ' ＩＮＶ–1' }, ['tagged']],
    [{ serial_number: 'SN\u00ad2' }, ['serial']],
    [{ asset_tag: 'INV-1', serial_number: 'SN2' }, ['tagged']],
    [{ serial_number: 'sn2', name: 'Neuer Name' }, ['serial']],
    [{ serial_number: 'SN1' }, ['tagged']],
    [{ asset_tag: 'INV-2', serial_number: 'SN2' }, ['serial']],
    [{ asset_tag: 'INV-7', serial_number: 'SN1' }, []],
    [{ serial_number: 'SN3' }, ['twin']],
    [{ serial_number: 'SN4' }, ['double', 'double too']],
    [{ serial_number: 'SN9' }, []],
    [{ name: 'archiv' }, ['bare']],
    [{ name: 'Drucker' }, []],
    [{ asset_tag: 'INV-8', name: 'Archiv' }, []],
    [{ serial_number: 'SN8', name: 'Archiv' }, []],
    [{}, []],
  ])('%j: %j', (row, ids) => {
    expect(known.meantBy(row, 'muster').map(({ id }) => id)).toEqual(ids);
  });

  it('is told by the asset tag alone where there is no customer', () => {
    expect(known.meantBy({ asset_tag: 'INV-1' }, undefined)).toHaveLength(1);
    expect(known.meantBy({ serial_number: 'SN2', name: 'Archiv' }, undefined)).toEqual([]);
  });

  it.each<[DeviceNaming, string[]]>([
    [{ asset_tag: 'INV-1', customer: 'K-1', serial_number: 'SN1', name: 'Drucker' }, ['asset_tag']],
    [{ asset_tag: null, customer: 'K-1', serial_number: 'SN1' }, ['customer', 'serial_number']],
    [{ customer: 'K-1', serial_number: null, name: 'Drucker' }, ['customer', 'name']],
    [{ customer: 'K-1' }, []],
    [{ serial_number: 'SN1', name: 'Drucker' }, []],
  ])('is named by: %j: %j', (row, fields) => {
    expect(keyOf(row)).toEqual(fields);
  });
});
