import { malformed, payloadTooLarge } from '../../errors';

/** No request class is this deep; what is, would exhaust the stack of all who walk through it. */
const DEEPEST = 20;
/** Four times what the largest request class, an offer of 500 lines, takes. */
const MAX_VALUES = 10_000;

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('",[\\]{}');

/**
 * The value of a JSON text. Depth and number of values are counted in the bytes, before anything is made of them.
 * @throws malformed, payloadTooLarge
 */
export function jsonBody(bytes: Buffer): unknown {
  refuseUnbounded(bytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw malformed();
  }
}

function refuseUnbounded(bytes: Buffer): void {
  let depth = 0;
  let values = 1;
  let inText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) inText = !inText;
    else if (inText) i += byte === BACKSLASH ? 1 : 0;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      values += 1;
    } else if (byte === COMMA) values += 1;
    if (depth > DEEPEST) throw malformed();
    if (values > MAX_VALUES) throw payloadTooLarge();
  }
}
