import type { StaffTexts } from '../de-staff';

export const replies: StaffTexts['replies'] = {
  title: 'Canned replies',
  text: 'What your staff write often. They insert it into answers; placeholders are filled in then.',
  add: 'New canned reply',
  name: 'Name',
  body: 'Text',
  insert: 'Insert a placeholder:',
  placeholders: {
    contactName: "Contact's name",
    ticketNumber: 'Ticket number',
    staffName: 'Who answers',
  },
  added: 'The canned reply has been added.',
  remove: 'Delete the canned reply',
  removed: 'The canned reply has been deleted.',
  nothing: 'No canned reply yet',
  nothingText: 'Add what you would otherwise write again and again.',
};
