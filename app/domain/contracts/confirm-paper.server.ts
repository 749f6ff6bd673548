import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { contractConduct } from "./contract-conduct.server";
import { contractNumber } from "./contract-number-rules";
import { findScanPages } from "./paper-queries.server";
import { getSignSpeaker } from "./sign-access.server";

/**
 * The other side confirms that the scan is the contract that both signed: a second person, who may
 * sign for the organisation, has compared it. From then on /verify knows the scan.
 * @throws DomainError "forbidden", "wrong_actor" (403), "wrong_state", "paper_changed" (409),
 * "contract_paper_own_side", "contract_paper_pages"
 */
export async function confirmPaper(
  input: { contractId: string; scanSha256: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, scanSha256 } = input;
  await inTransaction(db, async (tx) => {
    const { dealId, organisationId } = await getSignSpeaker(tx, contractId, actor);
    assertCan(actor, "contract.sign", { organisationId });
    await lockDeal(tx, dealId);
    const contract = await tx.contract.findUniqueOrThrow({
      where: { id: contractId },
      select: {
        state: true,
        number: true,
        kind: true,
        createdAt: true,
        sealedFileId: true,
        sealedSha256: true,
      },
    });
    if (contract.state !== "PAPER_CHECK") throw new DomainError("wrong_state", { status: 409 });
    if (contract.sealedSha256 !== scanSha256) {
      throw new DomainError("paper_changed", { status: 409 });
    }
    const pages = await findScanPages(tx, contractId);
    await recordSeal(
      {
        kind: "CONTRACT_PAPER",
        subjectType: "Contract",
        subjectId: contractId,
        label: contractNumber(contract),
        fileId: contract.sealedFileId,
        sha256: scanSha256,
      },
      tx,
    );
    const evidence = pages === null ? { scanSha256 } : { scanSha256, pages };
    await advance(tx, contractConduct, contractId, "confirmPaper", actor, evidence);
  });
}
