/** Encodings of one byte a character, as programs of Windows, DOS and old Macs write them. */
export type CodePage = 'windows-1252' | 'cp850' | 'mac-roman';

const WINDOWS =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
  '\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´' +
  '\xad±‗¾¶§÷¸°¨·¹³²■\xa0';
const MAC =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** The characters of the bytes from 0x80 on. Five that windows-1252 leaves out stay control characters. */
const UPPER: Readonly<Record<CodePage, string>> = { 'windows-1252': WINDOWS, cp850: DOS, 'mac-roman': MAC };

export const CODE_PAGES = Object.keys(UPPER) as CodePage[];

export function characterOf(page: CodePage, byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : UPPER[page].charAt(byte - 0x80);
}

/** The text whose bytes were read as ISO 8859-1. */
export function fromLatin1(text: string, page: CodePage): string {
  return text.replace(/[\x80-\xff]/g, (character) => characterOf(page, character.charCodeAt(0)));
}
