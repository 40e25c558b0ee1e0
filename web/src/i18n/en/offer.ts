import type { offer as German } from '../de/offer';

export const offer: typeof German = {
  title: 'An offer for you',
  until: (date) => `Valid until ${date}`,
  expired: (date) => `This offer was valid until ${date}. Please contact us for a new one, or ask again.`,
  accept: 'Accept',
  decline: 'Decline',
  acceptAsk: 'Accept the offer?',
  acceptText: (net, gross) => `You order for ${net} net, ${gross} including VAT; this is binding.`,
  declineAsk: 'Decline the offer?',
  declineText: 'If you tell us why, we can make another one.',
  note: 'Message to your IT provider',
  accepted: 'The offer has been accepted.',
  declined: 'The offer has been declined.',
  net: 'net',
  wasNow: (from, to) => `Now ${to} net, before ${from}.`,
};
