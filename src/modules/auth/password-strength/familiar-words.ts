/**
 * What people choose, and the dictionaries of the library do not rank high enough. Lower case, umlauts as they are written. Words
 * that good passphrases are made of are not in here.
 */
const LISTS = [
  // What a password is called, and how one greets a program.
  `passwort kennwort password losung zugang zugangsdaten anmeldung anmelden login logon geheim geheimnis geheimwort
   topsecret secret willkommen welcome hallo hello guten morgen tag moin servus changeme change ändermich bitteändern
   neuespasswort meinpasswort start starten sesam öffnedich letmein master standard default initial temporär vorläufig
   benutzer user username guest admin administrator root superuser`,
  // This program and who works with it.
  `kundenportal portal ticket tickets anfrage postkorb onlineshop druckershop webshop shop bestellung
   warenkorb angebot rechnung drucker printer toner computer rechner laptop notebook internet netzwerk support helpdesk
   service servicedesk systemhaus edv office windows microsoft excel outlook google firma company einkauf verkauf
   vertrieb buchhaltung zentrale musterfirma mustermann max erika demo test tester testtest probe beispiel example
   muster`,
  // The calendar.
  `januar februar märz april mai juni juli august september oktober november dezember january february march may june
   july october december frühling frühjahr sommer herbst winter spring summer autumn fall montag dienstag mittwoch
   donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday ostern pfingsten
   weihnachten silvester neujahr advent karneval fasching urlaub ferien feierabend wochenende weekend holiday easter
   christmas halloween`,
  // What is dear to people.
  `schatz schatzi liebling liebe ichliebedich iloveyou love baby engel maus mausi hasi süße sonnenschein sunshine
   schmetterling princess prinzessin dragon monkey fußball football soccer baseball bayern bayernmünchen fcbayern
   schalke schalke04 nullvier borussia dortmund bvb hamburg hsv werder eintracht köln effzeh hertha stuttgart vfb
   weltmeister deutschland germany österreich schweiz berlin münchen frankfurt batman superman starwars pokemon ferrari
   porsche mercedes volkswagen`,
  // Rows of keys that are no rows of letters.
  `qwertz qwertzui qwertzuiop qwerty qwertyuiop asdf asdfgh asdfghjkl yxcvbn yxcvbnm zxcvbn zxcvbnm qayxsw qaywsx
   qaywsxedc qazwsx qazwsxedc 1qay2wsx 1qaz2wsx !qaz2wsx !qay2wsx #edc 3edc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6z q1w2e3
   q1w2e3r4 abc abcd abcdef abc123 abcd1234 123abc 123qwe 123qwertz`,
];

/** The most frequent words of English: the dictionaries of the library are German, or of passwords. */
const ENGLISH = `the to and of in is it you that he was for on are with as his they be at one have this from or had by not but
  what all were when we there can an your which their said if do will each about how up out them then she many some so
  these would other into has more her two like him see time could no make than first been its who now people my made over
  did down only way find use may water long little very after words called just where most know get through back much go
  good new write our me man too any day same right look think also around another came come work three word must because
  does part even place well such here take why help put different away again off went old number great tell men say small
  every found still name should home big give air line set own under read last never us left end along while might next
  below saw something both few those always show large often together asked house world going want school important`;

export const FAMILIAR_WORDS: readonly string[] = LISTS.flatMap(wordsOf);
export const ENGLISH_WORDS: readonly string[] = wordsOf(ENGLISH);

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/);
}
