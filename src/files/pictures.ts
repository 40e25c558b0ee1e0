/** Pictures that are taken: nothing that can hold a script, and what every browser shows. The ending of a file, by content type. */
export const PICTURE_ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** Bytes that were read as a whole, as a download takes them. */
export async function* singleChunkStream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
