import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { notFound } from '../platform/errors';
import type { Download } from './download';
import { singleChunkStream, PICTURE_ENDINGS } from './pictures';

/** Making one takes a thread, some of which everything else that waits for files and passwords needs. */
const AT_A_TIME = 2;
/** Of a picture before: more is no photograph but an attack on memory. */
const MOST_PIXELS = 60_000_000;
const WITHIN_SECONDS = 10;

let running = 0;
const waiting: (() => void)[] = [];

/** Whether a small picture can be made of it; it may still turn out to be broken. */
export function isPicture(contentType: string): boolean {
  return contentType in PICTURE_ENDINGS;
}

/**
 * A picture for a page: WebP, turned upright, without what a camera wrote into it (such as the place).
 * @param side pixels of the longer side; a smaller picture keeps its size
 * @throws notFound where it is no picture, or a broken one
 */
export async function smallPicture(file: Download, side: number): Promise<Download> {
  if (!isPicture(file.contentType)) throw notFound();
  const bytes = await queued(() => shrink(file.bytes, side));
  const fileName = `${file.fileName.replace(/\.\w+$/, '')}.webp`;
  return { fileName, contentType: 'image/webp', size: bytes.length, bytes: singleChunkStream(bytes) };
}

async function shrink(bytes: AsyncIterable<Buffer>, side: number): Promise<Buffer> {
  // Loaded by the first who needs it: a native library takes its time.
  const { default: sharp } = await import('sharp');
  const picture = await buffer(Readable.from(bytes, { objectMode: false }));
  try {
    return await sharp(picture, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' })
      .timeout({ seconds: WITHIN_SECONDS })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
  } catch {
    throw notFound();
  }
}

async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
