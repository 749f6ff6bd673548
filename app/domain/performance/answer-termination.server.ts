import { appendAudit } from "~/domain/audit/append-audit.server";
import { contractConduct } from "~/domain/contracts/contract-conduct.server";
import { terminateDeal } from "~/domain/deals/advance-deal.server";
import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import { otherSide } from "~/domain/deals/deal-role-rules";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance, advanceMany } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { askForRatings, lockContract } from "./contract-end.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { milestoneConduct } from "./milestone-conduct.server";
import { performanceHref } from "./performance-href";
import { listSideUserIds } from "./performance-people.server";
import { findOpenTermination } from "./termination-queries.server";

const ACTOR = systemActor("performance");
/** Reason of what an early end cancels; the pages know it. */
const NOTE = "termination";
/** States of a registration that an early end makes wrong. */
const REGISTERED = ["REGISTERED", "CHANGE_PENDING", "RECONSIDERATION"];

/**
 * The other side agrees to end the contract early, which ends it and its room, or declines; the side
 * that proposed it may take the proposal back. Money that is on its way is settled first.
 * @throws DomainError "forbidden" (403), "termination_answered" (409), "payment_under_way" (409),
 * "contract_not_running" (409)
 */
export async function answerTermination(
  input: {
    dealId: string;
    terminationId: string;
    answer: "AGREED" | "DECLINED" | "WITHDRAWN";
    note: string;
  },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal, side, organisationId } = await getDealSpeaker(db, input.dealId, actor);
  if (!side) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "contract.sign", { organisationId });
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, deal.id);
    const row = await tx.contractTermination.findFirst({
      where: { id: input.terminationId, contract: { dealId: deal.id } },
      include: { contract: { select: { id: true, title: true, state: true, dealId: true } } },
    });
    if (!row) throw new DomainError("not_found", { status: 404 });
    const open = await findOpenTermination(tx, row.contractId);
    if (open?.id !== row.id) throw new DomainError("termination_answered", { status: 409 });
    const isOwn = open.side === side;
    if (isOwn !== (input.answer === "WITHDRAWN")) {
      throw new DomainError("forbidden", { status: 403 });
    }
    const { contract } = row;
    await lockContract(tx, contract.id);
    if (input.answer === "AGREED") {
      if (contract.state !== "SIGNED") {
        throw new DomainError("contract_not_running", { status: 409 });
      }
      await refuseMoneyUnderWay(tx, contract.id);
    }
    await tx.contractTermination.update({
      where: { id: row.id },
      data: {
        outcome: input.answer,
        answeredAt: clock.now(),
        answeredById: actor.userId,
        answerNote: input.note,
      },
    });
    const params = { note: input.note };
    const code = EVENTS[input.answer];
    const href = `${performanceHref(deal.id)}#termination`;
    await recordDealEvent(
      tx,
      deal.id,
      { code, params, href },
      { userId: actor.userId, organisationId },
    );
    if (input.answer === "DECLINED") {
      await notify(tx, {
        userIds: await listSideUserIds(tx, deal.id, otherSide(side)),
        kind: "terminationDeclined",
        params: { contract: contract.title, note: input.note },
        href,
      });
    }
    if (input.answer === "AGREED") await endContract(tx, contract);
    await appendAudit(tx, actor, {
      action: `performance.termination.${input.answer.toLowerCase()}`,
      subjectType: "Contract",
      subjectId: contract.id,
      detail: { termination: row.id, side },
    });
  });
}

const EVENTS = {
  AGREED: "terminationAgreed",
  DECLINED: "terminationDeclined",
  WITHDRAWN: "terminationWithdrawn",
} as const;

async function refuseMoneyUnderWay(tx: Tx, contractId: string): Promise<void> {
  const underWay = await tx.instalment.count({
    where: { contractId, state: { in: ["PROOF_GIVEN", "RECEIVED"] } },
  });
  if (underWay > 0) throw new DomainError("payment_under_way", { status: 409 });
}

async function endContract(
  tx: Tx,
  contract: { id: string; title: string; dealId: string },
): Promise<void> {
  const where = { contractId: contract.id };
  const select = { id: true } as const;
  const milestones = await tx.milestone.findMany({
    where: { ...where, state: { in: ["PLANNED", "SUBMITTED"] } },
    select,
  });
  const payments = await tx.instalment.findMany({ where: { ...where, state: "PLANNED" }, select });
  await tellOfRegistration(tx, contract);
  const input = { note: NOTE };
  const idsOf = (rows: readonly { id: string }[]) => rows.map((one) => one.id);
  await advanceMany(tx, milestoneConduct, idsOf(milestones), "cancel", ACTOR, input);
  await advanceMany(tx, instalmentConduct, idsOf(payments), "cancel", ACTOR, input);
  await advance(tx, contractConduct, contract.id, "terminate", ACTOR, input);
  await terminateDeal(tx, contract.dealId);
  await askForRatings(tx, contract);
}

/** A registered contract that ends is to be cancelled or changed at the office that registered it. */
async function tellOfRegistration(
  tx: Tx,
  contract: { id: string; title: string; dealId: string },
): Promise<void> {
  const registration = await tx.registration.findFirst({
    where: { contractId: contract.id, state: { in: REGISTERED } },
    select: { id: true, registrationNo: true, office: { select: { nameZh: true } } },
  });
  if (!registration) return;
  const params = {
    contract: contract.title,
    number: registration.registrationNo ?? "",
    office: registration.office?.nameZh ?? "",
  };
  const href = `/desk/deals/${contract.dealId}/registration`;
  const { number, office } = params;
  const event = { code: "registrationToCancel", params: { number, office }, href };
  await recordDealEvent(tx, contract.dealId, event, null);
  await notify(tx, {
    userIds: await listSideUserIds(tx, contract.dealId, "SUPPLY"),
    kind: "registrationToCancel",
    params,
    href,
    dedupeKey: `termination:${contract.id}:registration`,
  });
}
