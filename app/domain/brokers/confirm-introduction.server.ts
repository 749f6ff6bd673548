import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * One side confirms that a broker has introduced it to the other. A room that these two have opened
 * in the matter since then is noted with it. Confirming twice is confirming once.
 * @throws DomainError "not_found" (404) for people of neither side
 */
export async function confirmIntroduction(id: string, actor: UserActor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "BrokerIntroduction" WHERE id = ${id}::uuid FOR UPDATE`;
    const row = assertFound(
      await tx.brokerIntroduction.findUnique({
        where: { id },
        include: { broker: { select: { userId: true } } },
      }),
    );
    const may = (organisationId: string) => can(actor, "introduction.answer", { organisationId });
    const isSupply = may(row.supplyOrganisationId) && row.supplyConfirmedAt === null;
    const isDemand = may(row.demandOrganisationId) && row.demandConfirmedAt === null;
    if (!may(row.supplyOrganisationId) && !may(row.demandOrganisationId)) {
      throw new DomainError("not_found", { status: 404 });
    }
    if (!isSupply && !isDemand) return;
    const now = clock.now();
    const { supplyOrganisationId, demandOrganisationId, achievementId, needId } = row;
    const deal = row.dealId
      ? null
      : await tx.deal.findFirst({
          where: {
            supplyOrganisationId,
            demandOrganisationId,
            createdAt: { gte: row.introducedAt },
            OR: [...(achievementId ? [{ achievementId }] : []), ...(needId ? [{ needId }] : [])],
          },
          orderBy: { createdAt: "asc" },
          select: { id: true },
        });
    await tx.brokerIntroduction.update({
      where: { id },
      data: {
        ...(isSupply ? { supplyConfirmedAt: now, supplyConfirmedById: actor.userId } : {}),
        ...(isDemand ? { demandConfirmedAt: now, demandConfirmedById: actor.userId } : {}),
        ...(deal ? { dealId: deal.id } : {}),
      },
    });
    const listing = achievementId
      ? await tx.achievement.findUnique({ where: { id: achievementId }, select: { title: true } })
      : await tx.need.findUnique({ where: { id: needId ?? "" }, select: { title: true } });
    await notify(tx, {
      userIds: [row.broker.userId],
      kind: "brokerIntroductionConfirmed",
      params: { title: listing?.title ?? "" },
      href: "/desk/broker/introductions",
      dedupeKey: `broker-introduction:${id}:${isSupply ? "s" : ""}${isDemand ? "d" : ""}`,
    });
    await appendAudit(tx, actor, {
      action: "brokers.introduction.confirmed",
      subjectType: "BrokerIntroduction",
      subjectId: id,
      detail: { supply: isSupply, demand: isDemand },
    });
  });
}
