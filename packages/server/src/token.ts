import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const MAC_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A token that opens one object: its id and 128 bits that only the holder of
 * the secret can make. Nothing of it is stored, so whoever reads the database
 * has no link.
 *
 * @param purpose what it opens; a token of one purpose is none of another
 * @param id a UUID
 */
export function tokenOf(secret: string, purpose: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, macOf(secret, purpose, id)]).toString('base64url');
}

/** The id that a token opens; undefined when it was not made here for that purpose. */
export function idOf(secret: string, purpose: string, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(16), macOf(secret, purpose, id)) ? id : undefined;
}

/** A digest that only the holder of the secret can make: it tells that two values are the same, not which. */
export function keyedDigest(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url');
}

/** Whether a token is the one expected, in a time that says nothing of where they differ. */
export function tokenFits(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHmac('sha256', 'fits').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Seals an answer that is kept for a retry; it can hold a token. */
export function seal(secret: string, text: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealKey(secret), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when it was sealed with another secret, or altered */
export function unseal(secret: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  // Node would take a shorter tag, which is found by trying.
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('What is sealed is longer.');
  const decipher = createDecipheriv('aes-256-gcm', sealKey(secret), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function sealKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'qualepref seal', 32));
}

function macOf(secret: string, purpose: string, id: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${id}`).digest().subarray(0, MAC_BYTES);
}
