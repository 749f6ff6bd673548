import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { tellBuyer } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

const DAY_MS = 86_400_000;

/**
 * A question about an issued call. It is public with its answer, to everybody at once; who asked is
 * not shown.
 * @throws DomainError "tender_questions_closed" (409), "tender_questions_max" (429), "not_found" (404)
 */
export async function askTenderQuestion(
  input: { tenderId: string; text: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  await inTransaction(db, async (tx) => {
    const tender = await lockTender(tx, input.tenderId);
    const now = clock.now();
    const isOpen = tender.state === "ISSUED" && tender.bidsDueAt && now < tender.bidsDueAt;
    if (!isOpen) throw new DomainError("tender_questions_closed", { status: 409 });
    const today = new Date(endOfDate(calendarDate(now)).getTime() - DAY_MS);
    const mine = { askedById: actor.userId, createdAt: { gte: today } };
    const max = await getPolicyNumber(tx, "market.tender.questions_daily_max", now);
    const asked = await tx.tenderQuestion.count({ where: mine });
    if (asked >= max)
      throw new DomainError("tender_questions_max", { status: 429, params: { max } });
    const count = await tx.tenderQuestion.count({ where: { tenderId: tender.id } });
    const id = newId();
    await tx.tenderQuestion.create({
      data: {
        id,
        tenderId: tender.id,
        number: count + 1,
        askedById: actor.userId,
        organisationId: actor.organisationId,
        text: input.text,
        createdAt: now,
      },
    });
    await tellBuyer(tx, tender, "tenderAsked");
    await appendAudit(tx, actor, {
      action: "tender.question",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { questionId: id },
    });
  });
}
