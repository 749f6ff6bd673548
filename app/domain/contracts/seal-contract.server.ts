import { createHash } from "node:crypto";
import { lockDeal } from "~/domain/deals/deal-access.server";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { getSealProvider } from "~/domain/shared/seal-key.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { sealPdf } from "~/platform/seal-pdf.server";
import { getStorage } from "~/platform/storage.server";
import { contractConduct } from "./contract-conduct.server";
import { contractNumber } from "./contract-number-rules";
import { getEvidenceFacts } from "./seal-evidence-queries.server";
import { evidenceDocument } from "./seal-evidence-rules";

async function readStored(key: string): Promise<Buffer> {
  const content = await getStorage().readFile(key);
  if (!content) throw new Error("the final document is not in the storage");
  return Buffer.from(await new Response(content.stream).arrayBuffer());
}

/**
 * Seals a contract that everybody has signed: evidence pages and a PAdES signature behind the exact
 * bytes that were signed. May run twice and may be killed anywhere: the file is written before, the
 * row, the seal and the move in one transaction, and only while the contract still waits.
 * @throws Error when the stored document is not the one that was signed
 */
export async function sealContract(
  contractId: string,
  db: Db,
): Promise<"sealed" | "nothing to do"> {
  const contract = await db.contract.findUnique({
    where: { id: contractId },
    select: {
      state: true,
      number: true,
      kind: true,
      createdAt: true,
      dealId: true,
      createdById: true,
      finalSha256: true,
      finalFile: { select: { storageKey: true, name: true } },
      signers: { select: { signedAt: true } },
    },
  });
  if (contract?.state !== "SIGNING" || contract.signers.some((one) => !one.signedAt)) {
    return "nothing to do";
  }
  const { dealId, finalFile } = contract;
  if (!finalFile) throw new Error("the contract has no final document");
  const original = await readStored(finalFile.storageKey);
  if (createHash("sha256").update(original).digest("hex") !== contract.finalSha256) {
    throw new Error("the stored document is not the one that was signed");
  }
  const at = clock.now();
  const provider = await getSealProvider(db);
  const facts = await getEvidenceFacts(db, contractId, {
    provider,
    documentBytes: original.length,
    at,
  });
  const appendix = await renderPdf(evidenceDocument(facts));
  const sealed = await sealPdf(
    { original, appendix, signedAt: at, reason: "各方已签署，封存文件", fieldName: "market-seal" },
    provider,
  );
  const label = contractNumber(contract);
  try {
    await storeMade(
      {
        purpose: "SEALED",
        organisationId: null,
        userId: contract.createdById,
        name: `${label}.pdf`,
        bytes: sealed.bytes,
        contentType: "application/pdf",
        ending: "pdf",
      },
      db,
      async (tx, file) => {
        await lockDeal(tx, dealId);
        await tx.contract.update({
          where: { id: contractId },
          data: { sealedFileId: file.id, sealedSha256: sealed.sha256 },
        });
        await recordSeal(
          {
            kind: "CONTRACT",
            subjectType: "Contract",
            subjectId: contractId,
            label,
            fileId: file.id,
            sha256: sealed.sha256,
            originalSha256: sealed.originalSha256,
            originalBytes: sealed.originalBytes,
            fingerprint: sealed.fingerprint,
          },
          tx,
        );
        await advance(tx, contractConduct, contractId, "seal", systemActor("contracts.seal"));
      },
    );
  } catch (error) {
    // Another run was faster: its seal is the one; storeMade has taken this file away.
    const now = await db.contract.findUnique({
      where: { id: contractId },
      select: { sealedFileId: true, state: true },
    });
    if (now?.sealedFileId && now.state !== "SIGNING") return "nothing to do";
    // A room that is paused or in dispute holds the seal back; the queue tries again.
    if (error instanceof DomainError)
      throw new Error(`the contract cannot be sealed: ${error.code}`);
    throw error;
  }
  return "sealed";
}
