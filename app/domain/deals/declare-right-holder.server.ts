import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { readDealFacts } from "./right-holder-queries.server";
import { checkRightHolder, RIGHT_HOLDER_RULES_VERSION } from "./right-holder-rules";
import type { RightHolderAnswers } from "./right-holder-schema";
import { tellRoom } from "./terms-notices.server";

/**
 * The right holder answers for co-owners, licences, pledges, fees and term; answers and results are
 * kept as they were given, the latest count.
 * @throws DomainError "forbidden" (403)
 */
export async function declareRightHolder(
  input: { dealId: string; answers: RightHolderAnswers },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { dealId, answers } = input;
    const { side, organisationId, userId, deal } = await getDealSpeaker(tx, dealId, actor);
    if (side !== "SUPPLY") throw new DomainError("forbidden", { status: 403 });
    assertCan(actor, "term-sheet.offer", { organisationId });
    await lockDeal(tx, dealId);
    const results = checkRightHolder(answers, await readDealFacts(tx, dealId));
    await tx.rightHolderCheck.create({
      data: {
        id: newId(),
        dealId,
        answers,
        results,
        rulesVersion: RIGHT_HOLDER_RULES_VERSION,
        declaredById: userId,
        createdAt: clock.now(),
      },
    });
    const blocking = results.filter((one) => one.isBlocking).length;
    const event = { code: "rightHolderDeclared", params: { blocking } };
    const notice = { kind: "checksDeclared" as const, params: { title: deal.title } };
    await tellRoom(tx, deal, { event, part: "checks", notice }, actor, organisationId);
    await appendAudit(tx, actor, {
      action: "deal.right-holder-declared",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { rulesVersion: RIGHT_HOLDER_RULES_VERSION, blocking },
    });
  });
}
