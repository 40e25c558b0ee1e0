export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** How large a PNG, JPEG or WebP picture is, as its own head says; nothing where that is missing or makes no sense. */
export function imageSizeOf(bytes: Buffer, contentType: string): ImageSize | undefined {
  try {
    const size = READERS[contentType]?.(bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // Node reads no byte behind the end: the file is shorter than its head.
    return undefined;
  }
}

const READERS: Readonly<Record<string, (bytes: Buffer) => ImageSize | undefined>> = {
  'image/png': (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  'image/jpeg': sizeOfJpeg,
  'image/webp': sizeOfWebp,
};

/** Of a JPEG's segments the first "start of frame" holds it; C4, C8 and CC are among their numbers and others. */
function sizeOfJpeg(bytes: Buffer): ImageSize | undefined {
  for (let at = 2; bytes.readUInt8(at) === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  return undefined;
}

/** WebP has three kinds of pictures: lossy, lossless and extended. */
function sizeOfWebp(bytes: Buffer): ImageSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
