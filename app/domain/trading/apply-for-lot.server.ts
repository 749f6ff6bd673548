import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan, can, membershipOf } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { findBarredOrganisations } from "./barred-queries.server";
import { lockLot } from "./lock-lot.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";
import type { LotApplicationForm } from "./lot-application-schema";
import { PUBLIC_LOT_STATES } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";
import { tellOperators } from "./tell-lot.server";

const REAL_NAME_LEVEL = 2;

/** States of an application whose person still stands for its organisation. */
const STANDING = ["SUBMITTED", "QUALIFIED", "ADMITTED"];

async function assertMayApply(
  tx: Tx,
  lot: LotRow,
  form: LotApplicationForm,
  actor: UserActor,
): Promise<void> {
  // The seller's own people do not bid either, for whomever; nor do those who run the market.
  if (membershipOf(actor, lot.organisationId)) throw new DomainError("lot_own", { status: 403 });
  if (can(actor, "lot.operate", { regionCode: lot.regionCode })) {
    throw new DomainError("lot_market_staff", { status: 403 });
  }
  const isTwice = lot.applications.some(
    (one) =>
      one.userId === actor.userId &&
      one.organisationId !== form.organisationId &&
      STANDING.includes(one.state),
  );
  if (isTwice) throw new DomainError("lot_person_applied", { status: 409 });
  await assertMayTrade(tx, form.organisationId);
  const isOpen =
    lot.state === "ANNOUNCED" &&
    lot.applicationsEndAt !== null &&
    clock.now().getTime() < lot.applicationsEndAt.getTime();
  if (!isOpen) throw new DomainError("lot_not_open", { status: 409 });
  if (form.rulesHash !== lot.rulesHash) {
    throw new DomainError("lot_rules_changed", { field: "accept", status: 409 });
  }
  if (form.isRelated === "YES" && !readLotTerms(lot.conditions).plan.isRelatedAllowed) {
    throw new DomainError("lot_related_barred", { field: "isRelated" });
  }
  if ((await findBarredOrganisations(tx, lot.earlierLotId)).includes(form.organisationId)) {
    throw new DomainError("lot_barred_from_rerun", { status: 403 });
  }
}

/**
 * 受让申请: a verified organisation, through a person who may bid for it, wants to take part.
 * @throws DomainError "forbidden" (403), "lot_level_needed" (403), "not_found" (404), "lot_own" (403),
 * "trade_banned" (403), "lot_not_open" (409), "lot_rules_changed" (409), "lot_related_barred",
 * "lot_barred_from_rerun" (403), "lot_applied_already" (409), "lot_market_staff" (403),
 * "lot_person_applied" (409)
 */
export async function applyForLot(
  input: LotApplicationForm & { number: number; proofFileId?: string | null },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "lot.apply", { organisationId: input.organisationId });
  if (actor.realNameLevel < REAL_NAME_LEVEL) {
    throw new DomainError("lot_level_needed", { status: 403 });
  }
  return inTransaction(db, async (tx) => {
    const found = assertFound(
      await tx.lot.findFirst({
        where: { number: input.number, state: { in: [...PUBLIC_LOT_STATES] } },
        select: { id: true },
      }),
    );
    const lot = await lockLot(tx, found.id);
    await assertMayApply(tx, lot, input, actor);
    const values = {
      userId: actor.userId,
      contactName: input.contactName,
      contactPhone: input.contactPhone,
      isRelated: input.isRelated === "YES",
      relatedNote: input.relatedNote,
      preemptiveClaim: input.preemptiveClaim,
      rulesHash: input.rulesHash,
      proofFileId: input.proofFileId ?? null,
    };
    const before = await tx.lotApplication.findUnique({
      where: { lotId_organisationId: { lotId: lot.id, organisationId: input.organisationId } },
      select: { id: true, state: true },
    });
    if (before) {
      if (before.state !== "WITHDRAWN") {
        throw new DomainError("lot_applied_already", { status: 409 });
      }
      await tx.lotApplication.update({ where: { id: before.id }, data: values });
      await advance(tx, lotApplicationConduct, before.id, "applyAgain", actor);
      return { id: before.id };
    }
    const id = newId();
    await tx.lotApplication.create({
      data: {
        ...values,
        id,
        lotId: lot.id,
        organisationId: input.organisationId,
        createdAt: clock.now(),
      },
    });
    await tellOperators(tx, lot, "lotApplied");
    await enqueueJob(tx, "trading.watch", { caseType: "LOT", caseId: lot.id });
    await appendAudit(tx, actor, {
      action: "lot-application.submit",
      subjectType: "LotApplication",
      subjectId: id,
      detail: { lotId: lot.id, rulesHash: input.rulesHash, isRelated: values.isRelated },
    });
    return { id };
  });
}
