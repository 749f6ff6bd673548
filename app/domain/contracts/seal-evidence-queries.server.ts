import type { DbOrTx } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { SealProvider } from "~/platform/seal-provider";
import { contractNumber } from "./contract-number-rules";
import type { EvidenceFacts, EvidenceSigner } from "./seal-evidence-rules";

/**
 * Everything that the evidence pages say.
 * @throws Error when a signature or its entry in the record chain is missing: then nothing is sealed
 */
export async function getEvidenceFacts(
  db: DbOrTx,
  contractId: string,
  seal: { provider: SealProvider; documentBytes: number; at: Date },
): Promise<EvidenceFacts> {
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: {
      number: true,
      kind: true,
      createdAt: true,
      title: true,
      finalSha256: true,
      finalPageCount: true,
      finalAt: true,
      signers: {
        orderBy: { sort: "asc" },
        include: {
          organisation: { select: { legalName: true, uscc: true } },
          user: { select: { name: true, legalName: true } },
        },
      },
    },
  });
  const sequences = contract.signers.flatMap((one) => one.auditSequence ?? []);
  const events = await db.auditEvent.findMany({
    where: { sequence: { in: sequences } },
    select: { sequence: true, hash: true },
  });
  const hashes = new Map(events.map((event) => [event.sequence, event.hash]));
  const sha256 = contract.finalSha256;
  if (!sha256 || !contract.finalAt) throw new Error("the contract has no final document");
  const signers = contract.signers.map((one): EvidenceSigner => {
    const hash = one.auditSequence === null ? undefined : hashes.get(one.auditSequence);
    if (!one.signedAt || !one.factor || !one.documentSha256 || !one.agreementHash || !hash) {
      throw new Error("a signature or its entry in the record chain is missing");
    }
    return {
      sort: one.sort,
      side: one.side,
      organisation: one.organisation.legalName,
      uscc: one.organisation.uscc,
      name: one.user.legalName ?? one.user.name,
      capacity: one.capacity,
      realNameLevel: one.realNameLevel ?? 0,
      factor: one.factor,
      signedAt: one.signedAt,
      ipAddress: one.ipAddress ?? "",
      userAgent: one.userAgent ?? "",
      documentSha256: one.documentSha256,
      agreementHash: one.agreementHash,
      auditSequence: String(one.auditSequence),
      auditHash: hash,
    };
  });
  return {
    title: contract.title,
    number: contractNumber(contract),
    documentSha256: sha256,
    documentBytes: seal.documentBytes,
    documentPages: contract.finalPageCount ?? 0,
    finalAt: contract.finalAt,
    signers,
    sealName: seal.provider.name,
    sealFingerprint: seal.provider.fingerprint,
    verifyUrl: `${appUrl()}/verify?sha256=${sha256}`,
    madeAt: seal.at,
  };
}
