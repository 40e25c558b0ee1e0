/** File systems count bytes, and most of them up to this one. */
const MAX_BYTES = 255;
const MAX_ENDING_LENGTH = 20;

/** What Windows takes for a device, whatever ending it has. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i;

/**
 * What an uploader calls a file, made fit for display and for saving on any system: no folders, nothing invisible (a
 * right-to-left mark makes `exe.fdp` of `pdf.exe`), nothing that Windows refuses, and not longer than file systems take.
 */
export function displayName(fileName: string | undefined): string {
  const name = (fileName ?? '')
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  return shortened(DEVICE.test(name) ? `_${name}` : name) || 'Datei';
}

/**
 * What a form says of a file's name: browsers write three characters as the WHATWG standard wants, and no others. A file need
 * not have a name.
 */
export function nameInForm(written: string | undefined): string {
  return (written ?? '').replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}

/** Keeps the ending, which says what to open the file with, and cuts no character in half. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const characters = Array.from(name);
  const dot = characters.lastIndexOf('.');
  const ending =
    dot > 0 && characters.length - dot <= MAX_ENDING_LENGTH ? characters.slice(dot).join('') : '';
  let room = MAX_BYTES - Buffer.byteLength(ending);
  const kept = characters.findIndex((character) => (room -= Buffer.byteLength(character)) < 0);
  return characters.slice(0, kept).join('') + ending;
}
