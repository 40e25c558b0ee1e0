import type { StaffTexts } from '../de-staff';

export const inventory: StaffTexts['inventory'] = {
  add: 'New device',
  added: 'The device is there.',
  edit: (name) => `Edit ${name}`,
  searchLabel: 'Search the devices of this customer',
  searchHint: 'Name, asset tag, serial number, location',
  nothingFound: 'No device found.',
  modelUnknown: 'There is no such printer model. Please choose a suggestion.',
  fields: {
    name: 'Name',
    type: 'Kind of device',
    printerModel: 'Printer model',
    serialNumber: 'Serial number',
    assetTag: 'Asset tag',
    location: 'Location',
    room: 'Room',
    userName: 'Who works with it',
    status: 'Status',
    notes: 'Internal remark',
  },
  hints: {
    type: 'For example printer or notebook',
    printerModel: 'Makes it a printer in the printer shop',
  },
};
