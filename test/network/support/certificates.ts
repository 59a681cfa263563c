import crypto from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** X.509 certificates by hand (RFC 5280), for servers of the tests alone: no program and no package is needed. */
export interface Certificate {
  /** PEM. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

interface CertificateOptions {
  readonly name: string;
  /** Who signs; itself if nobody does. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  readonly hosts?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

const der = (tag: number, ...content: (Buffer | readonly number[])[]): Buffer => {
  const body = Buffer.concat(content.map(part => Buffer.from(part)));
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...content: Buffer[]): Buffer => der(0x30, ...content);
const ECDSA_SHA256 = sequence(der(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
const COMMON_NAME = der(0x06, [0x55, 0x04, 0x03]);

const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name, 'utf8')))));
const timeOf = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));
const extension = (id: readonly number[], isCritical: boolean, value: Buffer): Buffer =>
  sequence(der(0x06, id), ...(isCritical ? [der(0x01, [0xff])] : []), der(0x04, value));

const YEAR = 365 * 24 * 3_600_000;

/** Makes a key and a certificate for it. */
export function certify({
  name,
  issuer,
  isAuthority = false,
  hosts = [],
  validFrom,
  validTo,
}: CertificateOptions): Certificate {
  const { privateKey, publicKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = hosts.map(host => der(0x82, Buffer.from(host, 'ascii')));
  const extensions = [
    extension([0x55, 0x1d, 0x13], true, sequence(...(isAuthority ? [der(0x01, [0xff])] : []))),
    ...(names.length > 0 ? [extension([0x55, 0x1d, 0x11], false, sequence(...names))] : []),
  ];
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1, ...crypto.randomBytes(8)]),
    ECDSA_SHA256,
    nameOf(issuer?.name ?? name),
    sequence(
      timeOf(validFrom ?? new Date(Date.now() - 2 * YEAR)),
      timeOf(validTo ?? new Date(Date.now() + YEAR)),
    ),
    nameOf(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = crypto.sign('sha256', body, issuer?.privateKey ?? privateKey);
  const whole = sequence(body, ECDSA_SHA256, der(0x03, [0], signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    name,
    privateKey,
  };
}
