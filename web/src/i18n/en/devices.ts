import type { devices as de } from '../de/devices';

export const devices: typeof de = {
  title: 'Devices',
  text: 'What your IT provider keeps in the inventory for your company.',
  searchLabel: 'Search the devices',
  searchHint: 'Name, number, location or room',
  columns: { name: 'Device', place: 'Location', numbers: 'Numbers', status: 'Status', actions: 'Report' },
  status: { IN_USE: 'In use', IN_STOCK: 'In stock', RETIRED: 'Retired' },
  room: (room) => `room\u00a0${room}`,
  usedBy: (name) => `used by ${name}`,
  serialNumber: 'Serial no.',
  assetTag: 'Asset tag',
  supplies: 'Order supplies',
  empty: 'No devices yet',
  emptyText: 'Devices of your company appear here as soon as your IT provider has recorded them.',
  nothing: 'Nothing found',
  nothingText: (words) => `There is no device for "${words}".`,
};
