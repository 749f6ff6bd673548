import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { DealRole, DealSide } from "./deal-role-rules";
import { listAcceptedNdas } from "./nda-queries.server";
import type { DealFacts } from "./next-step-rules";
import { listAwaitingPublicity } from "./publicity-queries.server";
import { SETTLE_OFFER } from "./settlement-queries.server";

export type FactSubject = {
  id: string;
  state: string;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  role: DealRole | null;
  side: DealSide | null;
};

/**
 * What decides whose turn it is, for many rooms at once and one reader. Term sheets, contracts and
 * registrations are read from their tables: their areas lie below this one.
 */
export async function loadDealFacts(
  db: DbOrTx,
  deals: readonly FactSubject[],
  userId: string,
): Promise<Map<string, DealFacts>> {
  if (deals.length === 0) return new Map();
  const ids = deals.map((deal) => deal.id);
  const within = { dealId: { in: ids } };
  const now = clock.now();
  const today = dateColumn(calendarDate(now));
  const [
    offers,
    publicities,
    contracts,
    registrations,
    ratings,
    tasks,
    grants,
    ndas,
    awaitingPublicity,
    events,
    last,
  ] = await Promise.all([
    db.termSheet.findMany({
      where: { ...within, state: "PROPOSED" },
      select: { dealId: true, side: true },
    }),
    db.pricingPublicity.findMany({
      where: within,
      orderBy: { createdAt: "asc" },
      select: { dealId: true, state: true },
    }),
    db.contract.findMany({
      where: { ...within, kind: "MAIN", state: { not: "VOID" } },
      select: {
        dealId: true,
        id: true,
        state: true,
        draftNumber: true,
        approvals: { select: { side: true, draftNumber: true } },
        signers: {
          where: { signedAt: null, declinedAt: null },
          orderBy: { sort: "asc" },
          take: 1,
          select: { userId: true },
        },
      },
    }),
    db.registration.findMany({
      where: within,
      orderBy: { createdAt: "asc" },
      select: { dealId: true, state: true },
    }),
    db.rating.findMany({ where: within, select: { dealId: true, raterOrganisationId: true } }),
    db.dealTask.groupBy({
      by: ["dealId"],
      where: { ...within, state: "OPEN", assigneeId: userId, dueOn: { lt: today } },
      _count: true,
    }),
    db.disclosureGrant.findMany({
      where: {
        ...within,
        granteeId: userId,
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
      distinct: ["dealId"],
      select: { dealId: true },
    }),
    listAcceptedNdas(db, ids, userId),
    listAwaitingPublicity(
      db,
      deals.filter((deal) => deal.state === "AGREED").map((deal) => deal.id),
    ),
    db.$queryRaw<{ dealId: string; side: string }[]>`
        SELECT message."dealId", message.event -> 'params' ->> 'side' AS side
        FROM "DealMessage" message
        JOIN "Deal" deal ON deal.id = message."dealId" AND deal.state = 'DISPUTED'
        WHERE message."dealId" = ANY(${ids}::uuid[]) AND message.kind = 'EVENT'
          AND message.event ->> 'code' = ${SETTLE_OFFER}
          AND message.sequence > (
            SELECT coalesce(max(sequence), 0) FROM "DealMessage"
            WHERE "dealId" = deal.id AND kind = 'EVENT' AND event ->> 'code' = 'dispute')`,
    db.$queryRaw<{ dealId: string; organisationId: string | null }[]>`
        SELECT deal.id AS "dealId", spoken."organisationId" FROM "Deal" deal
        CROSS JOIN LATERAL (
          SELECT "organisationId" FROM "DealMessage"
          WHERE "dealId" = deal.id AND kind <> 'EVENT'
            AND "organisationId" IN (deal."supplyOrganisationId", deal."demandOrganisationId")
          ORDER BY sequence DESC LIMIT 1) spoken
        WHERE deal.id = ANY(${ids}::uuid[])`,
  ]);
  const latest = <T extends { dealId: string }>(rows: readonly T[], id: string) =>
    rows.findLast((row) => row.dealId === id) ?? null;
  return new Map(
    deals.map((deal) => {
      const sideOf = (organisationId: string | null): DealSide | null => {
        if (organisationId === deal.supplyOrganisationId) return "SUPPLY";
        return organisationId === deal.demandOrganisationId ? "DEMAND" : null;
      };
      const { id, state, role, side } = deal;
      const contract = latest(contracts, id);
      const publicity = latest(publicities, id);
      const ownId = side === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
      const facts: DealFacts = {
        state,
        role,
        side,
        settleOffers: [
          ...new Set(events.filter((one) => one.dealId === id).map((one) => one.side as DealSide)),
        ],
        lastSpeaker: sideOf(latest(last, id)?.organisationId ?? null),
        needsNda: grants.some((one) => one.dealId === id) && !ndas.has(id),
        ownOverdueTasks: tasks.find((one) => one.dealId === id)?._count ?? 0,
        offerBy: (latest(offers, id)?.side as DealSide | undefined) ?? null,
        publicity: awaitingPublicity.has(id)
          ? { isRunning: publicity?.state === "PUBLICITY" }
          : null,
        contract: contract && {
          id: contract.id,
          state: contract.state,
          isOurTurnToSign: contract.signers[0]?.userId === userId,
          approvedBy: contract.approvals
            .filter((one) => one.draftNumber === contract.draftNumber)
            .map((one) => one.side as DealSide),
        },
        registration: latest(registrations, id),
        hasRated: ratings.some((one) => one.dealId === id && one.raterOrganisationId === ownId),
      };
      return [id, facts];
    }),
  );
}
