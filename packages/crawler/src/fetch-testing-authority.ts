import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as PEM; what it signs with. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

const ECDSA_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const ALTERNATIVE_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';

/**
 * An authority, or with one a certificate for a host. Made by hand so that no
 * private key is kept in the repository and no tool is needed.
 *
 * @param how `days`: the first and the last on which it holds, as `200131`; `isAuthority`: whether it may sign others
 */
export function issue(
  name: string,
  authority?: Issued,
  {
    days: [first, last] = ['200101', '491231'],
    isAuthority = authority === undefined,
  }: { readonly days?: readonly [string, string]; readonly isAuthority?: boolean } = {},
): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extension = !isAuthority
    ? der(0x30, id(ALTERNATIVE_NAME), der(0x04, der(0x30, alternative(name))))
    : der(0x30, id(BASIC_CONSTRAINTS), der(0x01, Buffer.from([0xff])), der(0x04, der(0x30, TRUE)));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([authority ? 2 : 1])),
    der(0x30, id(ECDSA_SHA256)),
    commonName(authority?.name ?? name),
    der(0x30, ...[first, last].map((day) => der(0x17, Buffer.from(`${day}000000Z`)))),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, extension)),
  );
  const signature = sign('sha256', body, authority?.privateKey ?? privateKey);
  const whole = der(0x30, body, der(0x30, id(ECDSA_SHA256)), der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n').trim();
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const TRUE = der(0x01, Buffer.from([0xff]));

function id(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function commonName(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, id(COMMON_NAME), der(0x0c, Buffer.from(name)))));
}

function alternative(host: string): Buffer {
  const bytes = host.split('.').map(Number);
  return bytes.every(Number.isInteger) ? der(0x87, Buffer.from(bytes)) : der(0x82, Buffer.from(host));
}
