import { createHash } from 'node:crypto';

/** A secret that is handed out once and stored as a hash; it names its tenant and row, so that it is found by key. */
export interface OpaqueToken {
  readonly tenantId: string;
  readonly id: string;
  readonly secret: Buffer;
}

const SECRET_BYTES = 32;
const UUID_BYTES = 16;

export function encodeToken({ tenantId, id, secret }: OpaqueToken): string {
  return Buffer.concat([bytesOf(tenantId), bytesOf(id), secret]).toString('base64url');
}

/** What a caller sent as a token, or nothing where it has not the form of one. */
export function decodeToken(text: string): OpaqueToken | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 2 * UUID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== text)
    return undefined;
  return {
    tenantId: uuidOf(bytes.subarray(0, UUID_BYTES)),
    id: uuidOf(bytes.subarray(UUID_BYTES, 2 * UUID_BYTES)),
    secret: bytes.subarray(2 * UUID_BYTES),
  };
}

/** The stored form: the secret has 256 bits, so a fast hash is enough. */
export function hashToken(secret: Buffer): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
