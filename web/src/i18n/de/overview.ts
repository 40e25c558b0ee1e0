export const overview = {
  hello: (name: string): string => `Guten Tag, ${name}`,
  waiting: 'Wartet auf Sie',
  waitingNone: 'Gerade wartet nichts auf Sie.',
  waitingAll: (count: number): string => `Alle ${count} ansehen`,
  offer: (number: string): string => `Angebot zu ${number}`,
  offerUntil: (date: string): string => `gültig bis ${date}`,
  runningCount: (count: number): string => {
    if (count === 0) return 'Kein offenes Ticket';
    return count === 1 ? '1 offenes Ticket' : `${count} offene Tickets`;
  },
  unread: (count: number): string => `Neues in ${count} ${count === 1 ? 'Ticket' : 'Tickets'}`,
  openOrders: (count: number): string => {
    if (count === 0) return 'Nichts offen';
    return count === 1
      ? '1 Bestellung oder Anfrage ist offen'
      : `${count} Bestellungen und Anfragen sind offen`;
  },
  cart: (lines: number): string =>
    lines === 1 ? '1 Position im Warenkorb' : `${lines} Positionen im Warenkorb`,
  cartEmpty: 'Der Warenkorb ist leer',
  devices: 'Ansehen und Störungen melden',
  allTickets: 'Alle Tickets',
  recent: 'Zuletzt bewegt',
  none: 'Noch kein Ticket',
  noneText: 'Wenn etwas nicht funktioniert oder Sie etwas brauchen, schreiben Sie uns.',
};
