/** Whoever reads, in the place of their name. */
const YOU = 'Sie';
const verb =
  (one: string, several: string) =>
  (who: string): string =>
    who === YOU ? several : one;
const has = verb('hat', 'haben');
const reads = verb('liest', 'lesen');
const lets = verb('lässt', 'lassen');

export const tickets = {
  title: 'Tickets',
  report: 'Störung melden',
  reportAbout: (name: string): string => `Störung melden zu „${name}“`,
  create: 'Neue Anfrage',
  views: { open: 'Offen', waiting: 'Wartet auf Sie', done: 'Erledigt' },
  viewsLabel: 'Welche Tickets',
  whose: 'Wessen Tickets',
  whoseAll: 'Alle der Firma',
  whoseMine: 'Nur meine',
  whoseOther: 'Eine andere Person',
  period: 'Zeitraum',
  from: 'Von',
  until: 'Bis',
  searchLabel: 'Tickets durchsuchen',
  searchHint: 'Nummer oder Stichwort',
  columns: { subject: 'Anliegen', status: 'Status', contact: 'Ansprechpartner', updated: 'Zuletzt' },
  status: {
    NEW: 'Neu',
    IN_PROGRESS: 'In Bearbeitung',
    WAITING_FOR_CUSTOMER: 'Wartet auf Sie',
    RESOLVED: 'Gelöst',
    CLOSED: 'Geschlossen',
  },
  waitingForAnswer: 'Wartet auf Antwort',
  priority: 'Dringlichkeit',
  priorities: { LOW: 'Niedrig', NORMAL: 'Normal', HIGH: 'Hoch', URGENT: 'Dringend' },
  category: 'Kategorie',
  categoryNone: 'Keine bestimmte',
  owner: 'Für wen?',
  ownerHint: 'Die Person erhält die Bestätigung und kann das Ticket verfolgen',
  ownerSelf: 'Für mich',
  device: 'Gerät',
  deviceHint: 'Wenn es um eines Ihrer Geräte geht',
  deviceSearch: 'Inventar durchsuchen',
  colleagueSearch: 'Kollegen suchen',
  deviceNone: 'Kein bestimmtes Gerät',
  empty: {
    open: 'Kein offenes Ticket',
    openText: 'Wenn Sie Hilfe brauchen, schreiben Sie uns. Hier sehen Sie dann, wie es vorangeht.',
    waiting: 'Niemand wartet auf Sie',
    waitingText: 'Sobald wir eine Antwort von Ihnen brauchen, steht das Ticket hier.',
    done: 'Noch nichts erledigt',
    doneText: 'Gelöste und geschlossene Tickets finden Sie hier.',
    search: 'Nichts gefunden',
    elsewhere: { open: 'Bei den offenen suchen', done: 'Bei den erledigten suchen' },
    searchText: (words: string): string => `Zu „${words}“ gibt es hier kein Ticket.`,
  },
  new: {
    title: 'Neue Anfrage',
    text: 'Beschreiben Sie, was Sie brauchen oder was nicht funktioniert. Sie erhalten eine Bestätigung per Mail.',
    subject: 'Worum geht es?',
    subjectHint: 'In einem Satz, zum Beispiel „Drucker im Empfang zieht kein Papier ein“',
    description: 'Beschreibung',
    descriptionHint: 'Was ist passiert? Seit wann? Was haben Sie schon versucht?',
    submit: 'Anfrage senden',
    done: (number: string): string => `Ihre Anfrage ist eingegangen: ${number}.`,
  },
  unread: 'Neues',
  draftMoved: 'Dieses Ticket geht hier weiter. Was Sie geschrieben haben, ist geblieben.',
  request: 'Anfrage',
  conversation: 'Verlauf',
  created: 'Erfasst',
  you: YOU,
  reply: {
    title: 'Antworten',
    label: 'Ihre Nachricht',
    hint: 'Strg + Enter sendet',
    submit: 'Antwort senden',
    done: 'Ihre Antwort ist gesendet.',
    closed: 'Dieses Ticket ist geschlossen. Öffnen Sie es wieder, oder erfassen Sie ein neues.',
    kept: 'Was Sie geschrieben haben, steht dann wieder hier.',
    reopens: 'Dieses Ticket ist erledigt. Wenn Sie antworten, geht die Bearbeitung weiter.',
  },
  close: 'Ticket schließen',
  reopen: 'Wieder öffnen',
  history: {
    STATUS_CHANGED: (who: string, to: string): string => `${who} ${has(who)} den Status auf „${to}“ gesetzt`,
    CLOSED: (who: string): string => `${who} ${has(who)} das Ticket geschlossen`,
    REOPENED: (who: string): string => `${who} ${has(who)} das Ticket wieder geöffnet`,
    WATCHER_ADDED: (who: string, whom: string): string =>
      who === whom ? `${who} ${reads(who)} mit` : `${who} ${lets(who)} ${whom} mitlesen`,
    WATCHER_REMOVED: (who: string, whom: string): string =>
      who === whom
        ? `${who} ${reads(who)} nicht mehr mit`
        : `${who} ${lets(who)} ${whom} nicht mehr mitlesen`,
  },
};
