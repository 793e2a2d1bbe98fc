import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const ECDSA_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const ALTERNATIVE_NAME = '551d11';

/**
 * A certificate signed by itself, for a test site; days as `2020-01-31`. Made by
 * hand so that no private key is kept in the repository and no tool is needed.
 */
export function selfSigned(host: string, from: string, to: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, id(ECDSA_SHA256));
  const name = der(0x30, der(0x31, der(0x30, id(COMMON_NAME), der(0x0c, Buffer.from(host)))));
  const alternative = der(0x30, der(0x82, Buffer.from(host)));
  const extension = der(0x30, id(ALTERNATIVE_NAME), der(0x04, alternative));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, day(from), day(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, extension)),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n').trim();
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function id(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

/** As UTCTime, which holds until 2049. */
function day(iso: string): Buffer {
  return der(0x17, Buffer.from(`${iso.slice(2).replaceAll('-', '')}000000Z`));
}
