import { imageSizeOf } from './image-size';

const riff = (chunk: string, hex: string): Buffer =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${chunk}\0\0\0\0`, 'latin1'), Buffer.from(hex, 'hex')]);

// Each 37 by 19.
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000002500000013', 'hex');
// An application's segment and a Huffman table come before the frame.
const JPEG = Buffer.from('ffd8ffe000040000ffc4000300ffc2000b08001300250101110000', 'hex');
const LOSSY = riff('VP8 ', '3003009d012a25001300');
const LOSSLESS = riff('VP8L', '2f24800410');
const EXTENDED = riff('VP8X', '20000000240000120000');

it.each([
  ['image/png', PNG],
  ['image/jpeg', JPEG],
  ['image/webp', LOSSY],
  ['image/webp', LOSSLESS],
  ['image/webp', EXTENDED],
])('a picture of type %s says how large it is', (type, bytes) => {
  expect(imageSizeOf(bytes, type)).toEqual({ width: 37, height: 19 });
  expect(imageSizeOf(bytes.subarray(0, bytes.length - 12), type)).toBeUndefined();
});

it.each([
  ['without an area', 'image/png', Buffer.from('89504e470d0a1a0a0000000d494844520000000000000013', 'hex')],
  ['of JPEG segments that end nowhere', 'image/jpeg', Buffer.from('ffd8ffe000100000', 'hex')],
  ['without a frame', 'image/jpeg', Buffer.from('ffd8ffe00004000000', 'hex')],
  ['of an unknown kind of WebP', 'image/webp', riff('ALPH', '20000000240000120000')],
  ['of another type', 'image/gif', Buffer.from('474946383961250013000000', 'hex')],
])('a picture %s has no size', (_, type, bytes) => {
  expect(imageSizeOf(bytes, type)).toBeUndefined();
});
