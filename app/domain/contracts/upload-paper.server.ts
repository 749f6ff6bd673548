import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { countPdfPages } from "~/platform/pdf-pages.server";
import { contractConduct } from "./contract-conduct.server";
import { PAPER_MAX_BYTES } from "./paper-schema";
import { getSignSpeaker } from "./sign-access.server";

/**
 * A side uploads the scan of the contract that was signed and sealed on paper. It must be a PDF with at
 * least as many pages as the final document; the other side then compares and confirms.
 * @throws DomainError at `scan`: "file_kind", "file_too_large", "paper_unreadable", "paper_pages"; at
 * `signedOn`: "paper_date"; "wrong_actor" (403), "wrong_state" (409)
 */
export async function uploadPaper(
  input: { contractId: string; upload: FileUpload; signedOn: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, upload, signedOn } = input;
  const { dealId, organisationId } = await getSignSpeaker(db, contractId, actor);
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { state: true, finalAt: true, finalPageCount: true },
  });
  if (contract.state !== "FINAL") throw new DomainError("wrong_state", { status: 409 });
  const isPossible =
    signedOn <= calendarDate(clock.now()) &&
    (!contract.finalAt || signedOn >= calendarDate(contract.finalAt));
  if (!isPossible) throw new DomainError("paper_date", { field: "signedOn" });
  const owner = { purpose: "CONTRACT", organisationId, userId: actor.userId } as const;
  const limits = { allowed: ["application/pdf"], field: "scan", maxBytes: PAPER_MAX_BYTES };
  const pages = await countPdfPages(upload.bytes);
  await storeUpload({ ...owner, ...limits, upload }, db, async (tx, file) => {
    if (pages === null) throw new DomainError("paper_unreadable", { field: "scan" });
    const expected = contract.finalPageCount ?? 0;
    if (pages < expected) {
      throw new DomainError("paper_pages", { field: "scan", params: { pages, expected } });
    }
    await lockDeal(tx, dealId);
    const { state } = await tx.contract.findUniqueOrThrow({ where: { id: contractId } });
    if (state !== "FINAL") throw new DomainError("wrong_state", { status: 409 });
    await tx.contract.update({
      where: { id: contractId },
      data: {
        signingMode: "PAPER",
        sealedFileId: file.id,
        sealedSha256: file.sha256,
        signedOn: dateColumn(signedOn),
      },
    });
    const evidence = { pages, scanSha256: file.sha256, signedOn };
    await advance(tx, contractConduct, contractId, "uploadPaper", actor, evidence);
  });
}
