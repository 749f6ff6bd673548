import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findBlanks } from "./blank-rules";
import { findConflicts } from "./conflict-rules";
import { assertNewest, lockDraft } from "./contract-access.server";
import { getContractDraft } from "./contract-draft-queries.server";
import { conflictFactsOf } from "./contract-facts.server";
import { tellSides } from "./tell-sides.server";

/**
 * A side approves the newest version as the text to be signed. A text that contradicts the terms or
 * has blanks cannot be approved, because it cannot be finalised. Asked twice it stays one approval.
 * @throws DomainError "forbidden" (403) without the scope SIGN, "contract_draft_changed" (409),
 * "contract_terms_outdated", "contract_conflicts", "contract_blanks"
 */
export async function approveDraft(
  ids: { dealId: string; contractId: string },
  draftNumber: number,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row, speaker } = await lockDraft(tx, ids, actor, "contract.approve");
    assertNewest(row, draftNumber);
    const { side, organisationId } = speaker;
    const draft = await getContractDraft(tx, row.id, draftNumber);
    const given = await tx.contractApproval.findUnique({
      where: { contractId_draftNumber_side: { contractId: row.id, draftNumber, side } },
      select: { id: true },
    });
    if (given) return;
    if (row.termSheet.state !== "ACCEPTED") throw new DomainError("contract_terms_outdated");
    if (findConflicts(draft.clauses, await conflictFactsOf(tx, row)).length > 0) {
      throw new DomainError("contract_conflicts");
    }
    if (findBlanks(draft.clauses).length > 0) throw new DomainError("contract_blanks");
    await tx.contractApproval.create({
      data: {
        id: newId(),
        contractId: row.id,
        draftNumber,
        side,
        organisationId,
        userId: actor.userId,
        contentHash: draft.contentHash,
        createdAt: clock.now(),
      },
    });
    await tellSides(
      tx,
      row,
      { userId: actor.userId, organisationId },
      {
        event: "contractApproved",
        kind: "contractApproved",
        number: draftNumber,
        dedupe: `approved:${draftNumber}:${side}`,
      },
    );
    await appendAudit(tx, actor, {
      action: "contract.approve",
      subjectType: "Contract",
      subjectId: row.id,
      detail: { side, draftNumber, contentHash: draft.contentHash },
    });
  });
}
