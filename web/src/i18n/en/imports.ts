import type { imports as German } from '../de/imports';

export const imports: typeof German = {
  title: 'Import from CSV files',
  kind: 'What is imported',
  kinds: {
    articles: 'Articles',
    'printer-models': 'Printer models',
    devices: 'Devices',
    customers: 'Customers',
    contacts: 'Contacts',
  },
  template: '1. Template',
  templateText: {
    articles:
      'A row for each article. The article number says which is meant: a known one changes it, a new one creates it.',
    'printer-models':
      'A row for each printer model and each article that fits it; a model without accessories has a row without an article number. The articles must be in the catalog already.',
    devices:
      'A row for each device. The asset tag says which is meant; without it the serial number, or else the name. Customers and printer models must be there already.',
    customers:
      'A row for each customer. The customer number says which is meant: a known one changes it, a new one creates it.',
    contacts:
      'One row for each contact. The e-mail address tells who is meant; who has none is known by the name at the customer. The customers must be there already. An import never gives access to the portal and never sends a mail; you invite whom you want afterwards.',
  },
  ofCustomer: (customer) => `Contacts of ${customer}`,
  ofCustomerText:
    'One row for each contact; all of them come to this customer. The e-mail address tells who is meant; who has none is known by the name. An import never gives access to the portal and never sends a mail; you invite whom you want afterwards.',
  ofAll: 'Import for all customers',
  download: 'Load the template',
  existing: 'Download what is there',
  columns: (count) => `The ${count} columns explained`,
  columnsLabel: 'Columns of the file',
  column: 'Column',
  content: 'What it holds',
  example: 'Example',
  isKey: 'Says what is meant',
  isNeeded: 'Needed for what is new',
  otherNames: (names) => `May also be named: ${names}`,
  file: '2. Check the file',
  choose: 'Choose a CSV file',
  fileHint: 'or drop it here. Checking writes nothing.',
  running: {
    check: (name) => `${name} is being checked …`,
    apply: (name) => `${name} is being imported …`,
  },
  checked: 'Checked, nothing imported yet.',
  applied: 'Imported.',
  hasBad: (count) =>
    count === 1
      ? 'One row has mistakes. Correct the file and choose it again, or import only the good rows.'
      : `${count} rows have mistakes. Correct the file and choose it again, or import only the good rows.`,
  allGood: 'The file can be imported as a whole.',
  nothingNew: 'Everything is exactly as in the file already; there is nothing to import.',
  joined: 'Give access: these customers have new contacts',
  rows: 'Rows of the file',
  created: (done) => (done ? 'Created' : 'Will be created'),
  updated: (done) => (done ? 'Changed' : 'Will be changed'),
  unchanged: 'Unchanged',
  failed: (done) => (done ? 'Left out' : 'With mistakes'),
  badCells: 'Cells with mistakes',
  line: 'Line',
  lineNumber: (line) => `Line ${line}`,
  cell: 'Content',
  emptyCell: 'empty',
  wrong: 'What is wrong',
  firstOf: (shown, all) => `The first ${shown} of ${all} cells with mistakes.`,
  apply: (rows) => (rows === 1 ? 'Import one row' : `Import ${rows} rows`),
  applyGood: (rows) => (rows === 1 ? 'Import only the good row' : `Import only the ${rows} good rows`),
};
