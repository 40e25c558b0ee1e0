import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { type Claims, encoded, goodClaims, type TokenForge, without } from './access-tokens';

interface Material {
  readonly forge: TokenForge;
  /** Claims of a session that is open. */
  readonly mine: { sub: string; tid: string; sid: string };
  /** Of a colleague's session. */
  readonly colleague: { sub: string; tid: string; sid: string };
  /** Of a session in another tenant. */
  readonly foreign: { sub: string; tid: string; sid: string };
  readonly refreshToken: string;
}

const HOUR = 3600;

/** Every way we know to make a token that must not be taken, by name. */
export function forgedTokens(material: Material): [name: string, token: string][] {
  return [
    ...wrongSignatures(material),
    ...wrongClaims(material),
    ...wrongHeaders(material),
    ...wrongShapes(material),
  ];
}

function wrongSignatures({ forge, mine }: Material): [string, string][] {
  const claims = goodClaims(mine);
  const { header } = forge;
  const algorithms = ['none', 'None', 'NONE', 'nOnE', ''].map((alg): [string, string] => [
    `algorithm ${JSON.stringify(alg)} without a signature`,
    `${encoded({ ...header, alg })}.${encoded(claims)}.`,
  ]);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rsa = `${encoded({ ...header, alg: 'RS256' })}.${encoded(claims)}`;
  const jwk = publicKey.export({ format: 'jwk' });
  return [
    ...algorithms,
    ['no signature under the right header', `${encoded(header)}.${encoded(claims)}.`],
    [
      'HS512 with the right key',
      forge.token(claims, { header: { ...header, alg: 'HS512' }, hash: 'sha512' }),
    ],
    [
      'HS384 with the right key',
      forge.token(claims, { header: { ...header, alg: 'HS384' }, hash: 'sha384' }),
    ],
    ['RS256 in the header, HMAC in fact', forge.token(claims, { header: { ...header, alg: 'RS256' } })],
    ['RS256 signed', `${rsa}.${signWith('sha256', Buffer.from(rsa), privateKey).toString('base64url')}`],
    [
      'a key of its own in the header',
      forge.token(claims, { header: { ...header, jwk }, key: JSON.stringify(jwk) }),
    ],
    [
      'a key to be fetched',
      forge.token(claims, { header: { ...header, jku: 'http://127.0.0.1:9/keys' }, key: 'x' }),
    ],
    ['another key', forge.token(claims, { key: 'a'.repeat(32) })],
    ['the empty key', forge.token(claims, { key: '' })],
    ['the name of the key as key', forge.token(claims, { key: String(header.kid) })],
    ['the master key', forge.token(claims, { key: forge.masterKey })],
    ['the key of one-time links', forge.token(claims, { key: forge.keyFor('one-time-token') })],
    [
      'the signature of other claims',
      `${encoded(header)}.${encoded(claims)}.${forge.token({}).split('.')[2]}`,
    ],
  ];
}

function wrongClaims({ forge, mine, colleague, foreign }: Material): [string, string][] {
  const claims = goodClaims(mine);
  const now = Math.floor(Date.now() / 1000);
  const missing = ['exp', 'iss', 'aud', 'sub', 'tid', 'sid'].map((name): [string, string] => [
    `no ${name}`,
    forge.token(without(claims, name)),
  ]);
  const altered: [string, Claims][] = [
    ['expired a second ago', { exp: now - 1 }],
    ['expired long ago', { exp: 0 }],
    ['exp as text', { exp: String(now + HOUR) }],
    ['exp as null', { exp: null }],
    ['exp as list', { exp: [now + HOUR] }],
    ['not valid yet', { nbf: now + HOUR }],
    ['nbf as text', { nbf: 'now' }],
    ['another issuer', { iss: 'kundenportal.evil.example' }],
    ['issuer as list', { iss: ['kundenportal', 'evil'] }],
    ['another audience', { aud: 'other-api' }],
    ['audience by prefix', { aud: 'kundenportal-api.evil' }],
    ['another tenant’s tid', { tid: foreign.tid }],
    ['another tenant’s session', { sid: foreign.sid }],
    ['another tenant’s person', { sub: foreign.sub }],
    ['another tenant’s person in the own session', { sub: foreign.sub, tid: foreign.tid }],
    ['a colleague’s name in the own session', { sub: colleague.sub }],
    ['the own name in a colleague’s session', { sid: colleague.sid }],
    ['tid as list', { tid: [mine.tid] }],
    ['tid in capitals with braces', { tid: `{${mine.tid.toUpperCase()}}` }],
    ['tid with a wildcard', { tid: '%' }],
    ['sid with SQL', { sid: `${mine.sid}' OR '1'='1` }],
    ['sub as object', { sub: { $ne: null } }],
    ['sid as null', { sid: null }],
    ['sid of the nil UUID', { sid: '00000000-0000-0000-0000-000000000000' }],
  ];
  return [
    ...missing,
    ...altered.map(([name, change]): [string, string] => [name, forge.token({ ...claims, ...change })]),
    ...[null, [], 'text', 42, true].map((payload): [string, string] => [
      `claims ${JSON.stringify(payload)}`,
      forge.token(payload),
    ]),
  ];
}

function wrongHeaders({ forge, mine }: Material): [string, string][] {
  const claims = goodClaims(mine);
  const { header } = forge;
  const names: [string, Claims][] = [
    ['no typ', without(header, 'typ')],
    ['typ JWT', { ...header, typ: 'JWT' }],
    ['typ of a refresh token', { ...header, typ: 'rt+jwt' }],
    ['typ as list', { ...header, typ: ['at+jwt'] }],
    ['no kid', without(header, 'kid')],
    ['kid as a path', { ...header, kid: '../../../../dev/null' }],
    ['kid with SQL', { ...header, kid: "' UNION SELECT 'x" }],
    ['kid __proto__', { ...header, kid: '__proto__' }],
    ['kid constructor', { ...header, kid: 'constructor' }],
    ['kid with a NUL', { ...header, kid: `${String(header.kid)}\0` }],
    ['alg as list', { ...header, alg: ['HS256'] }],
    ['no alg', without(header, 'alg')],
    ['alg in small letters', { ...header, alg: 'hs256' }],
  ];
  return names.map(([name, changed]) => [`header: ${name}`, forge.token(claims, { header: changed })]);
}

function wrongShapes({ forge, mine, refreshToken }: Material): [string, string][] {
  const good = forge.token(goodClaims(mine));
  const [header = '', payload = '', signature = ''] = good.split('.');
  const other = encoded({ ...goodClaims(mine), exp: Math.floor(Date.now() / 1000) + 10 * HOUR });
  return [
    ['nothing', ''],
    ['dots', '..'],
    ['cut short by one', good.slice(0, -1)],
    ['cut in half', good.slice(0, good.length / 2)],
    ['one character more', `${good}A`],
    ['a signature with the same bits in other letters', `${header}.${payload}.${twinOf(signature)}`],
    ['padding', `${good}=`],
    ['two parts', `${header}.${payload}`],
    ['four parts', `${good}.${signature}`],
    ['five parts', `${header}.${payload}.${payload}.${signature}.${signature}`],
    ['claims twice', `${header}.${other}.${payload}.${signature}`],
    ['claims exchanged', `${header}.${other}.${signature}`],
    ['the signature in hexadecimal', `${header}.${payload}.${hexOf(`${header}.${payload}`, forge.key)}`],
    ['a zero-width letter', `${header}.${payload}\u00ad.${signature}`],
    ['a non-breaking space', `${header}.${payload}.${signature}\u00a0`],
    ['a comma and another', `${good},${good}`],
    ['a space and another', `${good} ${good}`],
    ['quotes', `"${good}"`],
    ['a token within a token', forge.token({ ...goodClaims(mine), sub: good })],
    ['a refresh token', refreshToken],
    ['a very long one', forge.token({ ...without(goodClaims(mine), 'exp'), x: 'x'.repeat(9_000) })],
  ];
}

function hexOf(text: string, key: Buffer): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Of 43 letters for 32 bytes the last one has two bits to spare. */
function twinOf(signature: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(signature.slice(-1));
  return `${signature.slice(0, -1)}${letters[last ^ 1]}`;
}
