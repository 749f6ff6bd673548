import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { addDraft } from "./add-draft.server";
import { assertNewest, lockDraft } from "./contract-access.server";
import type { DraftChange } from "./contract-clause-schema";
import { getContractDraft } from "./contract-draft-queries.server";
import { changeClauses } from "./draft-change-rules";
import { tellSides } from "./tell-sides.server";
import { templateClausesOf } from "./template-clauses.server";

/**
 * One change of a contract's text, kept as a version with its author, side and note. The other side is
 * told when the turn passes, not of every word.
 * @throws DomainError "contract_draft_changed" (409) when somebody saved in between,
 * "nothing_changed", "contract_too_many_clauses", "forbidden", "wrong_state" (409)
 */
export async function changeDraft(
  ids: { dealId: string; contractId: string },
  change: DraftChange,
  actor: UserActor,
  db: Db,
): Promise<{ number: number; key: string }> {
  return inTransaction(db, async (tx) => {
    const { row, speaker } = await lockDraft(tx, ids, actor, "contract.draft");
    assertNewest(row, change.draftNumber);
    const before = await getContractDraft(tx, row.id, row.draftNumber);
    const template = await templateClausesOf(tx, row);
    const newKey = `own-${newId()}`;
    const { clauses, refusal } = changeClauses(before.clauses, change, template, newKey);
    if (!clauses) throw new DomainError(refusal, { status: refusal === "not_found" ? 404 : 422 });
    const { number, contentHash } = await addDraft(tx, row, clauses, {
      side: speaker.side,
      userId: actor.userId,
      note: change.note,
    });
    if (before.side !== speaker.side) {
      const by = { userId: actor.userId, organisationId: speaker.organisationId };
      await tellSides(tx, row, by, {
        event: "contractDraftChanged",
        kind: "contractDraftChanged",
        number,
        dedupe: `changed:${number}`,
      });
    }
    const key = change.intent === "add" ? newKey : change.key;
    await appendAudit(tx, actor, {
      action: "contract.change-draft",
      subjectType: "Contract",
      subjectId: row.id,
      detail: { intent: change.intent, key, number, contentHash, before: before.contentHash },
    });
    return { number, key };
  });
}
