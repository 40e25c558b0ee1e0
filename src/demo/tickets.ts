type Status = 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';

/** What happened to a demo ticket after it was recorded, in this order. */
export type DemoStep =
  | { readonly contact: string }
  | { readonly staff: string }
  | { readonly internal: string }
  | { readonly status: Status }
  | { readonly assignTo: string };

export interface DemoTicket {
  /** E-mail of the contact who recorded it. */
  readonly from: string;
  readonly subject: string;
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
      description:
        'Seit heute Morgen meldet der Drucker im zweiten Stock einen Papierstau, obwohl keiner da ist.',
      steps: [],
    },
    {
      from: MUELLER,
      subject: 'Neuer Arbeitsplatz zum 1. Februar',
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
      description: 'Bitte den Anzeigenamen von „Zentrale“ in „Empfang“ ändern.',
      steps: [{ staff: 'Ist geändert.' }, { status: 'CLOSED' }],
    },
  ],
  nordlicht: [
    {
      from: 'lars.hansen@werft-hansen.example',
      subject: 'WLAN in Halle 3 fällt aus',
      description: 'Seit gestern bricht das WLAN in Halle 3 alle paar Minuten ab.',
      steps: [],
    },
  ],
};
