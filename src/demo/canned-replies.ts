/** What the staff of the demo tenants write often. */
export interface DemoCannedReply {
  readonly name: string;
  readonly body: string;
}

export const DEMO_CANNED_REPLIES: Readonly<Record<string, readonly DemoCannedReply[]>> = {
  musterhaus: [
    {
      name: 'Eingang bestätigen',
      body: 'Guten Tag {{contactName}},\n\nvielen Dank, wir kümmern uns um Ihr Ticket {{ticketNumber}} und melden uns heute noch.\n\nViele Grüße\n{{staffName}}',
    },
    {
      name: 'Nach dem Zählerstand fragen',
      body: 'Guten Tag {{contactName}},\n\nbitte nennen Sie uns den Zählerstand des Druckers. Sie finden ihn am Gerät unter „Einstellungen“ und „Zähler“.\n\nViele Grüße\n{{staffName}}',
    },
    {
      name: 'Rückfrage vor dem Schließen',
      body: 'Guten Tag {{contactName}},\n\nist das Problem damit gelöst? Wenn wir nichts mehr hören, schließen wir das Ticket {{ticketNumber}} in einer Woche.\n\nViele Grüße\n{{staffName}}',
    },
  ],
  nordlicht: [
    {
      name: 'Termin vorschlagen',
      body: 'Guten Tag {{contactName}},\n\nwann dürfen wir vorbeikommen?\n\nViele Grüße\n{{staffName}}',
    },
  ],
};
