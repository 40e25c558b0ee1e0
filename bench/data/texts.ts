import type { Client } from 'pg';

const BEGINNINGS = [
  'Drucker Netzwerk Server Notebook Monitor Tastatur Router Passwort Laufwerk Buchhaltungs',
  'Einkaufs Vertriebs Empfangs Lager Update Lizenz Kalender Postfach Sicherungs Telefon',
].flatMap((line) => line.split(' '));
const ENDINGS = [
  'treiber kabel zugang fehler ausfall meldung freigabe wechsel einrichtung umzug',
  'störung problem anfrage verbindung anzeige wartung prüfung bestellung reparatur anleitung',
].flatMap((line) => line.split(' '));
const FREQUENT = [
  'seit heute früh geht nichts mehr bitte dringend prüfen der die das Gerät Kollege Kollegin im Büro kommt immer wieder',
  'nach dem Neustart leider ohne Erfolg wir brauchen Hilfe beim Arbeiten langsam defekt neu leer voll Fehler Anzeige',
].flatMap((line) => line.split(' '));

/**
 * German sentences to make texts of: mostly words that everything has, in each fifth place one of 400 that few have. So
 * the searches of the benchmark find what somebody looks for, and not everything.
 */
export async function makeSentences(client: Client): Promise<void> {
  const words = BEGINNINGS.flatMap((beginning) => ENDINGS.map((ending) => beginning + ending));
  await client.query(
    `CREATE TEMP TABLE sentences AS
     SELECT n, ($1::text[])[1 + abs(hashint8(n)) % $2] AS word,
       (SELECT string_agg(CASE WHEN i % 5 = 0 THEN ($1::text[])[1 + abs(hashint8(n * 31 + i)) % $2]
          ELSE ($3::text[])[1 + abs(hashint8(n * 17 + i)) % $4] END, ' ' ORDER BY i)
        FROM generate_series(1, 15) i) AS text
     FROM generate_series(0, ${SENTENCES - 1}) n`,
    [words, words.length, FREQUENT, FREQUENT.length],
  );
  await client.query('CREATE UNIQUE INDEX ON sentences (n)');
  await client.query('ANALYZE sentences');
}

export const SENTENCES = 4_093;
