import type { ReactNode } from 'react';

/** Up to a blank, a quote, an angle bracket or what is not seen. */
const ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"\p{C}]+/giu;
/** What ends a sentence, not an address. */
const BEHIND = /(?<![.,:;!?'’‘“”„«»…])[.,:;!?'’‘“”„«»…]+$/u;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A text in which the addresses of the web are links; everything else stands as it was written. */
export function WithLinks({ text }: { readonly text: string }): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(found);
    if (!URL.canParse(address)) continue;
    parts.push(
      text.slice(end, index),
      <a key={index} href={address} target="_blank" rel="noopener noreferrer nofollow">
        {address}
      </a>,
    );
    end = index + address.length;
  }
  return [...parts, text.slice(end)];
}

/** Without the end of the sentence, and of the brackets, that it stands in. */
function withoutTrailing(found: string): string {
  const open: string[] = [];
  let end = found.length;
  for (const { 0: bracket, index } of found.matchAll(/[()[\]{}]/g)) {
    if (!(bracket in OPENING)) open.push(bracket);
    else if (open.pop() !== OPENING[bracket]) end = Math.min(end, index);
  }
  return found.slice(0, end).replace(BEHIND, '');
}
