import { createHash, createPrivateKey, sign, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pki from "pkijs";
import { engine, fingerprintOf } from "./seal-certificate.server";
import type { SealProvider } from "./seal-provider";

const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  commonName: "2.5.4.3",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsaSha256: "1.2.840.113549.1.1.11",
  ecdsaSha256: "1.2.840.10045.4.3.2",
};

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** DER of SigningCertificateV2 (RFC 5035, 3) with the default hash, SHA-256. */
function signingCertificateV2(certificate: Uint8Array): asn1.Sequence {
  const hash = createHash("sha256").update(certificate).digest();
  const id = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: exact(hash) })] });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] });
}

function signedAttributes(digest: Uint8Array, certificate: Uint8Array) {
  const attribute = (type: string, value: asn1.AsnType) =>
    new pki.Attribute({ type, values: [value] });
  return new pki.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, new asn1.OctetString({ valueHex: exact(digest) })),
      attribute(OID.signingCertificateV2, signingCertificateV2(certificate)),
    ],
  });
}

/** What is signed: the attributes as a SET in DER, whose members stand in the order of their bytes. */
function sortAttributes(attributes: pki.SignedAndUnsignedAttributes): Buffer {
  attributes.attributes.sort((a, b) =>
    Buffer.compare(Buffer.from(a.toSchema().toBER()), Buffer.from(b.toSchema().toBER())),
  );
  const set = new asn1.Set({ value: attributes.attributes.map((one) => one.toSchema()) });
  return Buffer.from(set.toBER());
}

function certificateOf(der: Uint8Array): pki.Certificate {
  return pki.Certificate.fromBER(exact(der));
}

export interface SealKeyMaterial {
  privateKeyPem: string;
  /** The signer's certificate first, then those that lead to its root, if any. */
  certificatesPem: string;
  passphrase?: string;
}

function splitCertificates(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return found.map((one) => new X509Certificate(one));
}

/**
 * A provider that signs with a key in our own hands.
 * @throws Error when key and certificate do not belong together or are of an unsupported kind
 */
export function openSealProvider(material: SealKeyMaterial, name: string): SealProvider {
  const key = createPrivateKey({ key: material.privateKeyPem, passphrase: material.passphrase });
  const chain = splitCertificates(material.certificatesPem);
  const [own] = chain;
  if (!own?.checkPrivateKey(key)) throw new Error("the seal's key and certificate do not match");
  const kind = key.asymmetricKeyType;
  if (kind !== "rsa" && kind !== "ec") throw new Error("a seal needs an RSA or an EC key");
  const leaf = certificateOf(own.raw);
  return {
    fingerprint: fingerprintOf(own),
    name,
    maxCmsBytes: 4096 + chain.reduce((sum, one) => sum + one.raw.length, 0),
    async sign(digest) {
      const attributes = signedAttributes(digest, own.raw);
      const toSign = sortAttributes(attributes);
      const signature = sign("sha256", toSign, { key, dsaEncoding: "der" });
      const signer = new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({
          issuer: leaf.issuer,
          serialNumber: leaf.serialNumber,
        }),
        digestAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: attributes,
        signatureAlgorithm: new pki.AlgorithmIdentifier(
          kind === "rsa"
            ? { algorithmId: OID.rsaSha256, algorithmParams: new asn1.Null() }
            : { algorithmId: OID.ecdsaSha256 },
        ),
        signature: new asn1.OctetString({ valueHex: exact(signature) }),
      });
      const signed = new pki.SignedData({
        version: 1,
        digestAlgorithms: [new pki.AlgorithmIdentifier({ algorithmId: OID.sha256 })],
        encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: OID.data }),
        certificates: chain.map((one) => certificateOf(one.raw)),
        signerInfos: [signer],
      });
      const content = new pki.ContentInfo({
        contentType: OID.signedData,
        content: signed.toSchema(true),
      });
      return new Uint8Array(content.toSchema().toBER());
    },
  };
}

export interface CmsFinding {
  isValid: boolean;
  /** SHA-256 of the signer's certificate, hex; null when the structure cannot be read. */
  fingerprint: string | null;
  /** Common name that the certificate claims. */
  signerName: string | null;
}

const UNREADABLE: CmsFinding = { isValid: false, fingerprint: null, signerName: null };

function namesCertificate(signer: pki.SignerInfo, certificate: Uint8Array): boolean {
  const attribute = signer.signedAttrs?.attributes.find(
    (one) => one.type === OID.signingCertificateV2,
  );
  if (!attribute) return true;
  const hash = createHash("sha256").update(certificate).digest("hex");
  const value = Buffer.from((attribute.values[0] as asn1.AsnType).toBER()).toString("hex");
  return value.includes(hash);
}

function signerCertificateOf(signed: pki.SignedData, signer: pki.SignerInfo) {
  const { sid } = signer;
  if (!(sid instanceof pki.IssuerAndSerialNumber)) return null;
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate);
  return certificates.find((one) => one.serialNumber.isEqual(sid.serialNumber)) ?? null;
}

/** The common name that a certificate claims. */
function claimedName(certificate: pki.Certificate): string | null {
  const names = certificate.subject.typesAndValues;
  const common = names.find((one) => one.type === OID.commonName)?.value.valueBlock.value;
  return typeof common === "string" ? common.slice(0, 200) : null;
}

/** The common name in the first certificate of a PEM text, null without one. */
export function commonNameOf(certificatesPem: string): string | null {
  const [own] = splitCertificates(certificatesPem);
  return own ? claimedName(certificateOf(own.raw)) : null;
}

async function isSignatureValid(signed: pki.SignedData, data: Uint8Array): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: exact(data), checkChain: false }, engine);
  } catch {
    // The library throws when the digest is another one: that is an answer, not a fault.
    return false;
  }
}

/**
 * Reads and checks a detached CMS signature over `data`. Never throws: what is broken is not valid.
 * The fingerprint is that of the certificate which the signature names, valid or not.
 */
export async function checkCms(cms: Uint8Array, data: Uint8Array): Promise<CmsFinding> {
  try {
    const info = pki.ContentInfo.fromBER(exact(cms));
    const signed = new pki.SignedData({ schema: info.content });
    const [signer] = signed.signerInfos;
    if (!signer || signed.signerInfos.length !== 1) return UNREADABLE;
    const certificate = signerCertificateOf(signed, signer);
    if (!certificate) return UNREADABLE;
    const x509 = new X509Certificate(new Uint8Array(certificate.toSchema().toBER()));
    return {
      isValid: namesCertificate(signer, x509.raw) && (await isSignatureValid(signed, data)),
      fingerprint: fingerprintOf(x509),
      signerName: claimedName(certificate),
    };
  } catch {
    return UNREADABLE;
  }
}
