type Status = 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';

/** What happened to a demo ticket after it was recorded, in this order. */
export type DemoStep =
  | { readonly contact: string }
  /** A file of data/pictures that the contact attaches. */
  | { readonly picture: string }
  | { readonly staff: string }
  | { readonly internal: string }
  | { readonly status: Status }
  | { readonly assignTo: string };

export interface DemoTicket {
  /** E-mail of the contact who recorded it. */
  readonly from: string;
  readonly subject: string;
  /** The German name of what they chose; absent: nothing. */
  readonly category?: string;
  readonly description: string;
  readonly steps: readonly DemoStep[];
}

const AGENT = 'agent@musterhaus.example';
const MUELLER = 'petra.mueller@mueller-soehne.example';
const WEBER = 'jonas.weber@mueller-soehne.example';
const PRAXIS = 'elif.oezdemir@praxis-oezdemir.example';

/** In every status at least one. */
export const DEMO_TICKETS: Readonly<Record<string, readonly DemoTicket[]>> = {
  musterhaus: [
    {
      from: WEBER,
      subject: 'Drucker im Einkauf zieht kein Papier ein',
      category: 'Drucken und Scannen',
      description:
        'Seit heute Morgen meldet der Drucker im zweiten Stock einen Papierstau, obwohl keiner da ist.',
      steps: [{ picture: 'printer-display' }],
    },
    {
      from: MUELLER,
      subject: 'Neuer Arbeitsplatz zum 1. Februar',
      category: 'Neue Geräte und Lizenzen',
      description:
        'Zum 1. Februar fängt eine Kollegin im Vertrieb an. Bitte um Notebook, Dockingstation und zwei Monitore.',
      steps: [
        { assignTo: AGENT },
        { internal: 'Notebook ist im Lager, Dockingstation muss bestellt werden.' },
        { staff: 'Gerne. Die Geräte sind rechtzeitig da, wir richten sie in der Woche davor ein.' },
      ],
    },
    {
      from: WEBER,
      subject: 'Kein Zugriff auf das Laufwerk der Buchhaltung',
      category: 'Benutzer und Zugänge',
      description: 'Ich vertrete Frau Krüger und brauche Zugriff auf das Laufwerk B:.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Bitte lassen Sie uns die Freigabe durch Frau Müller kurz zukommen.' },
        { status: 'WAITING_FOR_CUSTOMER' },
      ],
    },
    {
      from: PRAXIS,
      subject: 'Kartenleser wird nicht erkannt',
      category: 'Störung',
      description: 'Der Kartenleser am Empfang wird seit dem letzten Update nicht mehr erkannt.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Wir haben den Treiber erneuert. Bitte probieren Sie es noch einmal.' },
        { contact: 'Jetzt geht es wieder, vielen Dank!' },
        { status: 'RESOLVED' },
      ],
    },
    {
      from: MUELLER,
      subject: 'Anzeigename im Telefonbuch ändern',
      category: 'Benutzer und Zugänge',
      description: 'Bitte den Anzeigenamen von „Zentrale“ in „Empfang“ ändern.',
      steps: [{ staff: 'Ist geändert.' }, { status: 'CLOSED' }],
    },
    {
      from: WEBER,
      subject: 'VPN bricht nach wenigen Minuten ab',
      category: 'Störung',
      description:
        'Im Homeoffice bricht die VPN-Verbindung nach etwa fünf Minuten ab. Das WLAN läuft dabei weiter.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Danke für die Meldung. Welcher Router steht bei Ihnen, und seit wann tritt es auf?' },
        { status: 'WAITING_FOR_CUSTOMER' },
        { contact: 'Eine FRITZ!Box 7590, seit dem Update am Montag.' },
        { internal: 'Bekannt: MTU nach dem Update zu hoch. Profil mit 1360 verteilen.' },
        { staff: 'Wir haben Ihr VPN-Profil angepasst. Bitte einmal ab- und wieder anmelden.' },
        { status: 'WAITING_FOR_CUSTOMER' },
      ],
    },
    {
      from: MUELLER,
      subject: 'Angebot für Virenschutz läuft aus',
      category: 'Neue Geräte und Lizenzen',
      description: 'Unsere Lizenzen laufen im Januar aus. Bitte um Verlängerung für 25 Arbeitsplätze.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Gerne. Möchten Sie um ein Jahr oder um drei Jahre verlängern?' },
        { status: 'WAITING_FOR_CUSTOMER' },
      ],
    },
    {
      from: MUELLER,
      subject: 'Postfach info@ soll auch an Frau Krüger gehen',
      category: 'Benutzer und Zugänge',
      description: 'Bitte richten Sie Frau Krüger den Zugriff auf das gemeinsame Postfach ein.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Frau Krüger hat jetzt Zugriff; das Postfach erscheint beim nächsten Start von Outlook.' },
        { contact: 'Hat geklappt, danke.' },
        { status: 'RESOLVED' },
      ],
    },
    {
      from: WEBER,
      subject: 'Monitor am Arbeitsplatz 2.14 flackert',
      category: 'Störung',
      description: 'Der linke Monitor flackert, vor allem am Nachmittag. Ein anderes Kabel half nicht.',
      steps: [
        { assignTo: AGENT },
        { staff: 'Wir tauschen das Gerät am Donnerstag zwischen 9 und 11 Uhr aus.' },
        { status: 'IN_PROGRESS' },
      ],
    },
    {
      from: WEBER,
      subject: 'Teams: Mikrofon wird nicht gefunden',
      description: 'Seit heute findet Teams das Mikrofon des Headsets nicht mehr.',
      steps: [
        { staff: 'Bitte wählen Sie in Teams unter Einstellungen > Geräte das Headset aus.' },
        { contact: 'Da war noch das alte eingetragen. Erledigt!' },
        { status: 'CLOSED' },
      ],
    },
    {
      from: PRAXIS,
      subject: 'Datensicherung meldet einen Fehler',
      description: 'Die Sicherung von heute Nacht meldet „Ziel voll“.',
      steps: [{ assignTo: AGENT }, { status: 'IN_PROGRESS' }],
    },
    {
      from: PRAXIS,
      subject: 'Neue Mitarbeiterin ab dem Ersten',
      category: 'Benutzer und Zugänge',
      description: 'Bitte legen Sie für Frau Sommer ein Benutzerkonto und ein Postfach an.',
      steps: [],
    },
  ],
  nordlicht: [
    {
      from: 'lars.hansen@werft-hansen.example',
      subject: 'WLAN in Halle 3 fällt aus',
      category: 'Netzwerk',
      description: 'Seit gestern bricht das WLAN in Halle 3 alle paar Minuten ab.',
      steps: [],
    },
  ],
};
