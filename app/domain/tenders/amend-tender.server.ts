import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { type AmendTenderInput, amendmentChanges } from "./amendment-schema";
import { getTenderAccess } from "./tender-access.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { planTenderDue } from "./tender-effects.server";
import { tellBidders, tellHolders } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";
import { hashTender } from "./tender-rules.server";
import { readRules } from "./tender-schema";

const DAY_MS = 86_400_000;

/**
 * 澄清与修改 of an issued call, told to everybody at once. A late change of its content moves the
 * deadline; bids that are in must be confirmed or replaced. A later deadline alone leaves them alone.
 * @throws DomainError "not_found" (404), "forbidden" (403), "tender_bids_over" (409),
 * "tender_no_change", "tender_later"
 */
export async function amendTender(
  input: AmendTenderInput & { tenderId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ number: number; bidsDueAt: Date }> {
  return inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    const now = clock.now();
    const dueAt = tender.bidsDueAt;
    if (tender.state !== "ISSUED" || !dueAt || now >= dueAt) {
      throw new DomainError("tender_bids_over", { status: 409 });
    }
    if (input.bidsDueAt && input.bidsDueAt < dueAt) {
      throw new DomainError("tender_later", { field: "dueDate" });
    }
    const changes = amendmentChanges(tender, input);
    const isContent = changes.length > 0 || input.isMaterial;
    const rules = readRules(tender.rules);
    const earliest = new Date(now.getTime() + rules.amendmentDays * DAY_MS);
    let bidsDueAt = input.bidsDueAt ?? dueAt;
    if (isContent && bidsDueAt < earliest) bidsDueAt = earliest;
    const isLater = bidsDueAt > dueAt;
    if (!isContent && !isLater) throw new DomainError("tender_no_change");
    const number = tender.amendmentCount + 1;
    const changed = { ...tender, ...input.fields };
    await tx.tender.update({
      where: { id: tender.id },
      data: {
        ...input.fields,
        amendmentCount: number,
        bidsDueAt,
        ...(isContent ? { rulesHash: hashTender(changed, rules) } : {}),
      },
    });
    await tx.tenderAmendment.create({
      data: {
        id: newId(),
        tenderId: tender.id,
        number,
        text: input.text,
        changes,
        bidsDueAt: isLater ? bidsDueAt : null,
        createdById: actor.kind === "USER" ? actor.userId : tender.createdById,
        createdAt: now,
      },
    });
    if (isContent) {
      const ids = tender.bids.filter((one) => one.state === "SUBMITTED").map((one) => one.id);
      await advanceMany(tx, tenderBidConduct, ids, "unsettle", systemActor("tenders"));
    }
    await planTenderDue(tx, tender.id, bidsDueAt);
    await tellBidders(tx, tender, isContent ? "tenderAmended" : "tenderExtended");
    if (isLater) await tellHolders(tx, tender, "tenderExtended");
    await appendAudit(tx, actor, {
      action: "tender.amend",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: {
        number,
        fields: changes.map((one) => one.field),
        bidsDueAt: bidsDueAt.toISOString(),
      },
    });
    return { number, bidsDueAt };
  });
}
