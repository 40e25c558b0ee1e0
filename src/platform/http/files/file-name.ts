const LONGEST = 150;
const LONGEST_ENDING = 20;

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
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return shortened(name) || 'Datei';
}

/** Keeps the ending, which says what to open the file with. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST) return name;
  const dot = characters.lastIndexOf('.');
  const ending = dot > 0 && characters.length - dot <= LONGEST_ENDING ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST - ending.length), ...ending].join('');
}
