import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { countAttempt } from "~/domain/identity/limit-attempts.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { PUBLIC_LOT_STATES } from "./lot-procedure";
import { tellSeller } from "./tell-lot.server";

const QUESTIONS_PER_DAY = 10;
const DAY_SECONDS = 86_400;

/**
 * A signed-in person asks about an announced lot. The question becomes public with its answer, to
 * all at once; who asked is not shown to anybody.
 * @throws DomainError "forbidden" (403), "not_found" (404), "lot_question_closed" (409),
 * "lot_questions_many" (429)
 */
export async function askAboutLot(
  input: { number: number; text: string },
  actor: Actor,
  db: Db,
): Promise<{ number: number }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const found = assertFound(
    await db.lot.findFirst({
      where: { number: input.number, state: { in: [...PUBLIC_LOT_STATES] } },
      select: { id: true },
    }),
  );
  const tries = await countAttempt(db, `lot-question:${actor.userId}`, DAY_SECONDS);
  if (tries.count > QUESTIONS_PER_DAY) throw new DomainError("lot_questions_many", { status: 429 });
  return inTransaction(db, async (tx) => {
    const lot = await lockLot(tx, found.id);
    const isOpen =
      lot.state === "ANNOUNCED" &&
      lot.applicationsEndAt !== null &&
      clock.now() < lot.applicationsEndAt;
    if (!isOpen) throw new DomainError("lot_question_closed", { status: 409 });
    const number = (await tx.lotQuestion.count({ where: { lotId: lot.id } })) + 1;
    const id = newId();
    await tx.lotQuestion.create({
      data: {
        id,
        lotId: lot.id,
        number,
        askedById: actor.userId,
        organisationId: actor.organisationId,
        text: input.text.trim(),
        createdAt: clock.now(),
      },
    });
    await tellSeller(tx, lot, "lotAsked");
    await appendAudit(tx, actor, {
      action: "lot.asked",
      subjectType: "LotQuestion",
      subjectId: id,
      detail: { lotId: lot.id, number },
    });
    return { number };
  });
}
