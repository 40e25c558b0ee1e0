/** Where most things go, in this order. */
const NEAR = ['DE', 'AT', 'CH'];
/** ISO 3166-1, and Kosovo. */
const CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT ' +
  'BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ' +
  'ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT ' +
  'HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
  'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI ' +
  'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
  'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

export type Country = readonly [code: string, name: string];

/**
 * What can be chosen: those that are near, and the others by their names.
 * @param kept a code that was entered before, whether it is one or not
 */
export function countries(
  language: string,
  kept = '',
): { readonly near: readonly Country[]; readonly others: readonly Country[] } {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const named = (code: string): Country => [code, names.of(code) ?? code];
  const { compare } = new Intl.Collator(language);
  const others = [...new Set([...CODES, kept])].filter((code) => code && !NEAR.includes(code));
  return {
    near: NEAR.map(named),
    others: others.map(named).sort(([, one], [, other]) => compare(one, other)),
  };
}
