import { Registration } from './registration.entity';

const pending = (): Registration =>
  Object.assign(new Registration(), {
    state: 'PENDING',
    confirmationId: 'l',
    confirmationHash: 'h',
    confirmationExpiresAt: new Date(),
    decidedAt: null,
    customerId: null,
    contactId: null,
  });

const DECIDED = {
  decidedAt: expect.any(Date),
  confirmationId: null,
  confirmationHash: 'h',
  confirmationExpiresAt: null,
};

describe('A registration', () => {
  it('that is accepted knows whom it became, and its link is void', () => {
    const registration = pending();
    registration.accept('customer', 'contact');
    expect(registration).toMatchObject({
      ...DECIDED,
      state: 'ACCEPTED',
      customerId: 'customer',
      contactId: 'contact',
    });
  });

  it('that is rejected keeps what the person was told, and its link is void', () => {
    const registration = pending();
    registration.reject('Leider nein.');
    expect(registration).toMatchObject({
      ...DECIDED,
      state: 'REJECTED',
      decisionMessage: 'Leider nein.',
      customerId: null,
      contactId: null,
    });
  });
});
