import type { WordSearch } from './word-search';
import { WORD_SEARCHES } from './word-searches';

export const DEVICES = WORD_SEARCHES.find(({ table }) => table === 'devices') as WordSearch;

/** Devices with whose and which model they are, for lists of all customers' devices. */
export const DEVICES_EVERYWHERE: WordSearch = {
  ...DEVICES,
  columns: {
    ...DEVICES.columns,
    around: 'device_around(NEW.tenant_id, NEW.customer_id, NEW.printer_model_id)',
  },
  scopes: {},
  called: 'search_devices_everywhere',
  searched: '(s.text || s.around)',
};
