import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { getRegistrationAs } from "./registration-access.server";
import { registrationHref } from "./registration-href";
import { isOpenState } from "./registration-procedure";

/**
 * Asks the other side for what only it can supply: a task in the room for its people there, and a
 * notice to each. One open task at a time.
 * @throws DomainError "not_found", "forbidden", "registration_closed", "already_asked" (409)
 */
export async function askOtherSide(
  input: { registrationId: string; title: string; dueOn: string | null },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row } = await getRegistrationAs(db, input.registrationId, actor, ["APPLICANT"]);
  assertCan(actor, "registration.apply", { organisationId: row.applicantId });
  if (!isOpenState(row.state)) throw new DomainError("registration_closed", { status: 409 });
  const isSupply = row.applicantId === row.deal.supplyOrganisationId;
  const otherId = isSupply ? row.deal.demandOrganisationId : row.deal.supplyOrganisationId;
  await inTransaction(db, async (tx) => {
    await lockRegistration(tx, row);
    const people = await tx.dealParticipant.findMany({
      where: { dealId: row.dealId, organisationId: otherId, leftAt: null },
      orderBy: { createdAt: "asc" },
      select: { userId: true },
    });
    const note = registrationHref(row.id);
    const open = await tx.dealTask.count({ where: { dealId: row.dealId, state: "OPEN", note } });
    if (open > 0) throw new DomainError("already_asked", { status: 409 });
    const taskId = newId();
    await tx.dealTask.create({
      data: {
        id: taskId,
        dealId: row.dealId,
        title: input.title,
        note,
        assigneeId: people[0]?.userId ?? null,
        dueOn: input.dueOn ? dateColumn(input.dueOn) : null,
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    await notify(tx, {
      userIds: people.map((one) => one.userId),
      kind: "registrationFactsAsked",
      params: { title: row.contract.title },
      href: registrationHref(row.id),
      dedupeKey: `registration:${row.id}:facts:${taskId}`,
    });
    await appendAudit(tx, actor, {
      action: "registration.ask-other-side",
      subjectType: "Registration",
      subjectId: row.id,
      detail: { taskId },
    });
  });
}
