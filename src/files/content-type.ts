import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';

// A picture or a page in XML holds scripts like any other page.
const DOCUMENT = /html|[/+]xml$/;

/** What a file is, by what is in it. Text of whatever kind is plain text: no page, no script, no picture with one. */
export async function contentTypeOf(path: string): Promise<string> {
  const known = await fileTypeFromFile(path);
  if (known && !DOCUMENT.test(known.mime)) return known.mime;
  return (await isText(path)) ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
