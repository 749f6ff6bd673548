import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { countAttempt } from "~/domain/identity/limit-attempts.server";
import { notify } from "~/domain/notifications/notify.server";
import { listAdminIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { rewardHref } from "./performance-href";
import { rewardConduct } from "./reward-conduct.server";

/** Objections that one address may send in an hour. */
const HOURLY_MAX = 5;

/**
 * Anybody objects to a reward while it is public, with name and contact, which only the unit sees.
 * The publicity stands still until the unit has answered.
 * @param input.origin network address of the sender, kept as a hash to count attempts
 * @throws DomainError "not_found" (404), "publicity_over" (409), "too_many_requests" (429)
 */
export async function objectToReward(
  input: {
    number: number;
    objectorName: string;
    objectorContact: string;
    text: string;
    origin: string;
  },
  actor: Actor | null,
  db: Db,
): Promise<void> {
  const { count } = await countAttempt(db, `reward-objection:${input.origin}`, 3600);
  if (count > HOURLY_MAX) throw new DomainError("too_many_requests", { status: 429 });
  await inTransaction(db, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "RewardSheet" WHERE number = ${input.number} AND "startedAt" IS NOT NULL
      FOR UPDATE`;
    const id = rows[0]?.id;
    if (!id) throw new DomainError("not_found", { status: 404 });
    const sheet = await tx.rewardSheet.findUniqueOrThrow({
      where: { id },
      select: {
        state: true,
        endsAt: true,
        organisationId: true,
        contract: { select: { title: true } },
        _count: { select: { objections: true } },
      },
    });
    const now = clock.now();
    const isOpen =
      sheet.state === "OBJECTION_HANDLING" ||
      (sheet.state === "PUBLICITY" && (sheet.endsAt === null || now < sheet.endsAt));
    if (!isOpen) throw new DomainError("publicity_over", { status: 409 });
    const objectionId = newId();
    await tx.rewardObjection.create({
      data: {
        id: objectionId,
        sheetId: id,
        number: sheet._count.objections + 1,
        objectorName: input.objectorName,
        objectorContact: input.objectorContact,
        text: input.text,
        createdAt: now,
      },
    });
    await notify(tx, {
      userIds: await listAdminIds(tx, sheet.organisationId),
      kind: "rewardObjection",
      params: { contract: sheet.contract.title },
      href: rewardHref(id),
      dedupeKey: `reward-objection:${objectionId}`,
    });
    const market = systemActor("reward-publicity");
    if (sheet.state === "PUBLICITY") await advance(tx, rewardConduct, id, "object", market);
    await appendAudit(tx, actor ?? market, {
      action: "performance.reward.objected",
      subjectType: "RewardSheet",
      subjectId: id,
      detail: { objection: objectionId },
    });
  });
}
