import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  webcrypto,
  X509Certificate,
} from "node:crypto";
import * as asn1 from "asn1js";
import * as pki from "pkijs";

const OID = {
  country: "2.5.4.6",
  organisation: "2.5.4.10",
  commonName: "2.5.4.3",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
};
/** digitalSignature and contentCommitment (RFC 5280, 4.2.1.3). */
const SIGNS_AND_COMMITS = 0b1100_0000;

export type SealAlgorithm = "RSA-3072" | "EC-P256";

export interface NewSealKey {
  privateKeyPem: string;
  publicKeyPem: string;
  certificatePem: string;
  fingerprint: string;
}

/** The engine of pkijs on Node's own Web Crypto. */
export const engine = new pki.CryptoEngine({
  name: "node",
  crypto: webcrypto as unknown as Crypto,
});

/** SHA-256 of a certificate's DER, hex: the fingerprint that tools show. */
export function fingerprintOf(certificate: X509Certificate): string {
  return createHash("sha256").update(certificate.raw).digest("hex");
}

function makePair(algorithm: SealAlgorithm) {
  return algorithm === "RSA-3072"
    ? generateKeyPairSync("rsa", { modulusLength: 3072 })
    : generateKeyPairSync("ec", { namedCurve: "P-256" });
}

function importKey(key: KeyObject, algorithm: SealAlgorithm) {
  const der = key.export({ type: "pkcs8", format: "der" });
  const parameters =
    algorithm === "RSA-3072"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : { name: "ECDSA", namedCurve: "P-256" };
  return webcrypto.subtle.importKey("pkcs8", der, parameters, true, ["sign"]);
}

function importPublic(key: KeyObject, algorithm: SealAlgorithm) {
  const der = key.export({ type: "spki", format: "der" });
  const parameters =
    algorithm === "RSA-3072"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : { name: "ECDSA", namedCurve: "P-256" };
  return webcrypto.subtle.importKey("spki", der, parameters, true, ["verify"]);
}

const text = (type: string, value: string) =>
  new pki.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });

function fillName(name: pki.RelativeDistinguishedNames, subject: SealSubject): void {
  name.typesAndValues.push(
    new pki.AttributeTypeAndValue({
      type: OID.country,
      value: new asn1.PrintableString({ value: "CN" }),
    }),
    text(OID.organisation, subject.organisation),
    text(OID.commonName, subject.commonName),
  );
}

export interface SealSubject {
  organisation: string;
  commonName: string;
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/**
 * A new key pair with a certificate that it signs itself: it proves that two documents come from the
 * same house and that nothing was changed; who the house is, it only claims.
 * @param years how long the certificate is valid
 */
export async function makeSealKey(input: {
  algorithm: SealAlgorithm;
  subject: SealSubject;
  from: Date;
  years: number;
  serial: Uint8Array;
}): Promise<NewSealKey> {
  const { algorithm, subject, from } = input;
  const pair = makePair(algorithm);
  const certificate = new pki.Certificate();
  certificate.version = 2;
  const serial = Buffer.from(input.serial);
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  certificate.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial).buffer });
  fillName(certificate.subject, subject);
  fillName(certificate.issuer, subject);
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + input.years);
  certificate.notBefore.value = from;
  certificate.notAfter.value = until;
  const usage = new asn1.BitString({
    valueHex: new Uint8Array([SIGNS_AND_COMMITS]).buffer,
    unusedBits: 6,
  });
  certificate.extensions = [
    new pki.Extension({
      extnID: OID.basicConstraints,
      critical: true,
      extnValue: new pki.BasicConstraints({ cA: false }).toSchema().toBER(),
    }),
    new pki.Extension({ extnID: OID.keyUsage, critical: true, extnValue: usage.toBER() }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(
    await importPublic(pair.publicKey, algorithm),
    engine,
  );
  await certificate.sign(await importKey(pair.privateKey, algorithm), "SHA-256", engine);
  const certificatePem = toPem("CERTIFICATE", certificate.toSchema(true).toBER());
  return {
    privateKeyPem: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKeyPem: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
    certificatePem,
    fingerprint: fingerprintOf(new X509Certificate(certificatePem)),
  };
}
