/** What is said where two tickets become one. */
export const merge = {
  title: (number: string): string => `${number} zusammenführen`,
  other: (customer: string): string => `Das andere Ticket von ${customer}`,
  otherHint: 'Nummer oder Stichwort',
  noOther: 'Kein anderes Ticket dieses Kunden gefunden.',
  another: 'Anderes wählen',
  which: 'In welchem geht es weiter?',
  preview: 'Was geschieht',
  ends: (second: string, first: string): string =>
    `${second} wird geschlossen und geht in ${first} weiter. Das lässt sich nicht rückgängig machen.`,
  together: (first: string): string => `Antworten, Notizen und Dateien beider stehen danach in ${first}.`,
  joining: (names: string, first: string): string => `Bei ${first} lesen künftig auch mit: ${names}.`,
  without: (names: string, second: string): string =>
    `Was in ${second} steht, sieht weiterhin nur, wer es schon durfte; als Benutzer nicht: ${names}.`,
  mail: (second: string): string => `Wer ${second} hatte, erfährt per Mail, wo es weitergeht.`,
  submit: 'Zusammenführen',
  done: (second: string, first: string): string => `${second} geht jetzt in ${first} weiter.`,
};
