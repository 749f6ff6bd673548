import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { assertNewest, getReadableContract, getSideSpeaker } from "./contract-access.server";
import { contractConduct } from "./contract-conduct.server";
import { getContractDraft } from "./contract-draft-queries.server";
import { contractNumber } from "./contract-number-rules";
import { renderContractPdf } from "./render-contract.server";

/**
 * Freezes the approved version: the exact PDF that will be signed, with its hash and pages. It is set
 * before the room is locked; a version or state that changed meanwhile refuses it and the file goes.
 * @throws DomainError "contract_not_approved", "contract_conflicts", "contract_blanks",
 * "contract_blockers", "contract_terms_outdated", "contract_publicity_open",
 * "contract_draft_changed" (409), "wrong_state" (409), "forbidden" (403)
 */
export async function finaliseContract(
  ids: { dealId: string; contractId: string },
  draftNumber: number,
  actor: UserActor,
  db: Db,
): Promise<{ sha256: string; pages: number }> {
  const speaker = await getSideSpeaker(db, ids.dealId, actor, "contract.draft");
  const { row } = await getReadableContract(db, ids, actor);
  if (row.state !== "DRAFT") throw new DomainError("wrong_state", { status: 409 });
  assertNewest(row, draftNumber);
  const draft = await getContractDraft(db, row.id, draftNumber);
  const finalAt = clock.now();
  const { bytes, pages } = await renderContractPdf(row, draft, { createdAt: finalAt, mark: null });
  return storeMade(
    {
      purpose: "CONTRACT",
      organisationId: speaker.organisationId,
      userId: actor.userId,
      name: `${contractNumber(row)} ${row.title}.pdf`,
      bytes,
      contentType: "application/pdf",
      ending: "pdf",
    },
    db,
    async (tx, file) => {
      await lockDeal(tx, row.dealId);
      const now = await tx.contract.findUniqueOrThrow({
        where: { id: row.id },
        select: { draftNumber: true, state: true },
      });
      assertNewest(now, draftNumber);
      if (now.state !== "DRAFT") throw new DomainError("wrong_state", { status: 409 });
      await tx.contract.update({
        where: { id: row.id },
        data: {
          finalFileId: file.id,
          finalSha256: file.sha256,
          finalPageCount: pages,
          finalAt,
        },
      });
      const evidence = { draftNumber, sha256: file.sha256, pages };
      await advance(tx, contractConduct, row.id, "finalise", actor, evidence);
      return { sha256: file.sha256, pages };
    },
  );
}
