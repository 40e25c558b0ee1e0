/** What is said where an offer is answered. */
export const offer = {
  title: 'Ein Angebot für Sie',
  until: (date: string): string => `Gültig bis ${date}`,
  expired: (date: string): string =>
    `Dieses Angebot galt bis ${date}. Bitte wenden Sie sich wegen eines neuen an uns, oder fragen Sie erneut an.`,
  accept: 'Annehmen',
  decline: 'Ablehnen',
  acceptAsk: 'Angebot verbindlich annehmen?',
  acceptText: (net: string, gross: string): string =>
    `Damit bestellen Sie für ${net} netto, ${gross} mit Umsatzsteuer.`,
  declineAsk: 'Angebot ablehnen?',
  declineText: 'Wenn Sie uns den Grund nennen, können wir ein anderes machen.',
  note: 'Nachricht an Ihr Systemhaus',
  accepted: 'Das Angebot ist angenommen.',
  declined: 'Das Angebot ist abgelehnt.',
  net: 'netto',
  wasNow: (from: string, to: string): string => `Jetzt ${to} netto, vorher ${from}.`,
};
