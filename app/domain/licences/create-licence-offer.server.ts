import { appendAudit } from "~/domain/audit/append-audit.server";
import { isPatentKind } from "~/domain/catalogue/patent-number-rules";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { licenceOfferProcedure } from "./licence-offer-procedure";
import { type LicenceOfferKind, MOST_PATENTS } from "./licence-schema";

/**
 * Starts an offer from an own published achievement, with its granted patents filled in.
 * @throws DomainError "not_a_choice" at `achievementId`, "trade_banned" (403)
 */
export async function createLicenceOffer(
  input: { achievementId: string; kind: LicenceOfferKind },
  actor: UserActor,
  db: Db,
): Promise<{ id: string }> {
  const achievement = isId(input.achievementId)
    ? await db.achievement.findUnique({
        where: { id: input.achievementId },
        include: { ipRights: true, organisation: { select: { legalName: true } } },
      })
    : null;
  const isOwn =
    achievement && can(actor, "licence.create", { organisationId: achievement.organisationId });
  // The licence names its licensor: a listing without a name has none.
  if (!isOwn || achievement.state !== "PUBLISHED" || achievement.isBlinded) {
    throw new DomainError("not_a_choice", { field: "achievementId" });
  }
  const { organisationId } = achievement;
  await assertMayTrade(db, organisationId);
  const patents = achievement.ipRights
    .filter((right) => isPatentKind(right.kind) && right.status === "GRANTED")
    .slice(0, MOST_PATENTS)
    .map((right) => ({
      number: right.number ?? "",
      title: right.title || achievement.title,
      holder: right.owners || achievement.organisation.legalName,
      feesPaidUntil: null,
      expiresOn: right.expiresOn?.toISOString().slice(0, 10) ?? null,
    }));
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const row = await tx.licenceOffer.create({
      data: {
        id: newId(),
        kind: input.kind,
        organisationId,
        achievementId: achievement.id,
        createdById: actor.userId,
        regionCode: achievement.regionCode,
        title: achievement.title,
        summary: achievement.summary,
        territory: "中华人民共和国境内",
        patents,
        createdAt: now,
      },
      select: { id: true, state: true },
    });
    await moveClocks(tx, licenceOfferProcedure, [row], "create", row.state, now);
    await appendAudit(tx, actor, {
      action: "licence.offer.created",
      subjectType: "LicenceOffer",
      subjectId: row.id,
      detail: { achievementId: achievement.id, kind: input.kind },
    });
    return { id: row.id };
  });
}
