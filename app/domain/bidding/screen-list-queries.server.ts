import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import type { Db } from "~/platform/db.server";
import type { AuctionState } from "./auction-state";
import type { AuctionFolder, AuctionRow } from "./screen-list-view";
import { biddingOrganisations } from "./screen-standing.server";

const STATES: Record<AuctionFolder, string[]> = {
  running: ["SCHEDULED", "OPEN", "SUSPENDED"],
  over: ["ENDED", "VOID"],
};

type Paging = { skip: number; take: number };
type Listed = { items: AuctionRow[]; total: number };

/** Runs in which organisations take part for which the person may bid. */
export function listMyAuctions(
  folder: AuctionFolder,
  paging: Paging,
  actor: UserActor,
  db: Db,
): Promise<Listed> {
  const organisationIds = biddingOrganisations(actor);
  const bidders = { some: { organisationId: { in: organisationIds } } };
  return list({ bidders }, folder, paging, organisationIds, db);
}

/**
 * Runs in the regions of an operator.
 * @throws DomainError "forbidden" (403)
 */
export function listOfficeAuctions(
  folder: AuctionFolder,
  paging: Paging,
  actor: UserActor,
  db: Db,
): Promise<Listed> {
  const regions = officeRegions(actor, ["MARKET_OPERATOR"]);
  assertCan(actor, "bid.operate", { regionCode: regions[0] ?? null });
  const lot = regions.includes(null)
    ? {}
    : { OR: regions.map((code) => ({ regionCode: { startsWith: regionPrefix(code ?? "") } })) };
  return list({ lot }, folder, paging, [], db);
}

async function list(
  where: Prisma.AuctionWhereInput,
  folder: AuctionFolder,
  { skip, take }: Paging,
  organisationIds: readonly string[],
  db: Db,
): Promise<Listed> {
  const filter = { ...where, state: { in: STATES[folder] } };
  const [rows, total] = await Promise.all([
    db.auction.findMany({
      where: filter,
      orderBy: folder === "running" ? [{ startsAt: "asc" }] : [{ endedAt: "desc" }],
      skip,
      take,
      select: {
        id: true,
        mode: true,
        state: true,
        timeFactor: true,
        startsAt: true,
        endedAt: true,
        engineState: true,
        lot: { select: { number: true, title: true, isTraining: true } },
        bidders: { select: { number: true, organisationId: true } },
      },
    }),
    db.auction.count({ where: filter }),
  ]);
  const items = rows.map((row): AuctionRow => {
    // Only what everybody sees is taken out: the rest of the engine's state is secret.
    const { phase, best } = (row.engineState as unknown as { state: AuctionState }).state;
    const own = row.bidders.find((one) => organisationIds.includes(one.organisationId));
    return {
      auctionId: row.id,
      lotNumber: row.lot.number,
      lotTitle: row.lot.title,
      mode: row.mode as AuctionRow["mode"],
      isTraining: row.lot.isTraining,
      timeFactor: row.timeFactor,
      status: row.state as AuctionRow["status"],
      startsAt: row.startsAt,
      phaseEndsAt: phase ? new Date(phase.endsAtMicros / 1000) : null,
      endedAt: row.endedAt,
      best: best && { bidder: best.bidder, amountFen: best.amountFen },
      bidders: row.bidders.length,
      yourNumber: own?.number ?? null,
    };
  });
  return { items, total };
}
