import { createPublicKey, randomBytes, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { appUrl, env } from "~/platform/env.server";
import { fingerprintOf, makeSealKey, type SealAlgorithm } from "~/platform/seal-certificate.server";
import { commonNameOf, openSealProvider } from "~/platform/seal-cms.server";
import type { SealProvider } from "~/platform/seal-provider";
import { lockPrivateKey, unlockPrivateKey } from "./seal-key-cipher.server";

export type SealPurpose = "PDF_SEAL" | "CERTIFICATE";

export interface SealKeyPair {
  id: string;
  algorithm: string;
  privateKeyPem: string;
  publicKeyPem: string;
  certificatePem: string;
  fingerprint: string;
  subject: string;
}

/** RSA is what every PDF reader checks; P-256 is small and known to Web Crypto in every browser. */
const ALGORITHMS: Record<SealPurpose, SealAlgorithm> = {
  PDF_SEAL: "RSA-3072",
  CERTIFICATE: "EC-P256",
};
const TITLES: Record<SealPurpose, string> = { PDF_SEAL: "文件签章", CERTIFICATE: "证明签发" };
const HOUSE = "科技大市场";
const YEARS = 10;
/** Two first uses at once make one key; any constant of our own. */
const KEY_LOCK = 7_220_417;

async function makeKey(tx: Tx, purpose: SealPurpose) {
  const id = newId();
  const algorithm = ALGORITHMS[purpose];
  const commonName = `${HOUSE}${TITLES[purpose]} ${new URL(appUrl()).host}`;
  const made = await makeSealKey({
    algorithm,
    subject: { organisation: HOUSE, commonName },
    from: clock.now(),
    years: YEARS,
    serial: randomBytes(16),
  });
  return tx.sealKey.create({
    data: {
      id,
      purpose,
      algorithm,
      privateKeyEncrypted: lockPrivateKey(made.privateKeyPem, id),
      certificatePem: made.certificatePem,
      publicKeyPem: made.publicKeyPem,
      fingerprint: made.fingerprint,
      subject: commonName,
      createdAt: clock.now(),
    },
  });
}

/**
 * The key in use for a purpose. It is made at first use and stays until it is retired (see
 * docs/signing.md); retired keys are kept, so that what they sealed can still be recognised.
 */
export async function getSealKey(purpose: SealPurpose, db: DbOrTx): Promise<SealKeyPair> {
  const find = (tx: DbOrTx) =>
    tx.sealKey.findFirst({
      where: { purpose, retiredAt: null },
      orderBy: { createdAt: "desc" },
    });
  const key =
    (await find(db)) ??
    (await inTransaction(db, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${KEY_LOCK}::bigint)`;
      return (await find(tx)) ?? makeKey(tx, purpose);
    }));
  const { id, algorithm, publicKeyPem, certificatePem, fingerprint, subject } = key;
  const privateKeyPem = unlockPrivateKey(key.privateKeyEncrypted, id);
  return { id, algorithm, privateKeyPem, publicKeyPem, certificatePem, fingerprint, subject };
}

/** Notes the certificate of a bought seal, so that /verify knows it when it is no longer in use. */
async function noteBoughtSeal(db: DbOrTx, certificatesPem: string, provider: SealProvider) {
  const certificate = new X509Certificate(certificatesPem);
  const publicKey = createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }));
  await db.sealKey.upsert({
    where: { fingerprint: fingerprintOf(certificate) },
    create: {
      id: newId(),
      purpose: "PDF_SEAL",
      algorithm: publicKey.asymmetricKeyType ?? "",
      privateKeyEncrypted: "",
      certificatePem: certificatesPem,
      publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
      fingerprint: provider.fingerprint,
      subject: provider.name,
      createdAt: clock.now(),
      // Its key is not in this table: only own keys can be the current one of a purpose.
      retiredAt: clock.now(),
    },
    update: {},
  });
}

async function openBoughtSeal(keyFile: string, certFile: string, db: DbOrTx) {
  const certificatesPem = await readFile(certFile, "utf8");
  const name = commonNameOf(certificatesPem) ?? HOUSE;
  const passphrase = env().SEAL_KEY_PASSWORD;
  const privateKeyPem = await readFile(keyFile, "utf8");
  const provider = openSealProvider({ privateKeyPem, certificatesPem, passphrase }, name);
  await noteBoughtSeal(db, certificatesPem, provider);
  return provider;
}

/**
 * The seal for PDFs: a bought one where SEAL_KEY_FILE and SEAL_CERT_FILE name it, else our own.
 * A licensed authority's service is plugged in here: anything that fulfils `SealProvider`.
 * @throws Error when the files cannot be read or do not belong together
 */
export async function getSealProvider(db: DbOrTx): Promise<SealProvider> {
  const { SEAL_KEY_FILE, SEAL_CERT_FILE } = env();
  if (SEAL_KEY_FILE && SEAL_CERT_FILE) return openBoughtSeal(SEAL_KEY_FILE, SEAL_CERT_FILE, db);
  const key = await getSealKey("PDF_SEAL", db);
  return openSealProvider(
    { privateKeyPem: key.privateKeyPem, certificatesPem: key.certificatePem },
    key.subject,
  );
}
