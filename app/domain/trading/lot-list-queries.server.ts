import type { Prisma } from "#prisma/client/client";
import { codeNamer, listOptions, regionNamer } from "~/domain/catalogue/code-queries.server";
import { regionPrefix } from "~/domain/identity/region-rules";
import type { Db } from "~/platform/db.server";
import { AUCTION_MODES } from "./auction-rules-schema";
import { isLotState, type LotState } from "./lot-procedure";
import type { LotSearch, LotShow } from "./lot-search-schema";
import type { LotCard } from "./lot-view";

const STATES: Record<LotShow, readonly LotState[]> = {
  open: ["ANNOUNCED"],
  bidding: ["BIDDING", "PENDING_CONFIRM"],
  ended: [
    "NEGOTIATION",
    "SOLD",
    "CONTRACTED",
    "CLOSED",
    "FAILED",
    "WITHDRAWN",
    "DEFAULTED",
    "VOID",
  ],
  all: [
    ...(["ANNOUNCED", "BIDDING", "PENDING_CONFIRM", "SUSPENDED", "NEGOTIATION", "SOLD"] as const),
    ...(["CONTRACTED", "CLOSED", "FAILED", "WITHDRAWN", "DEFAULTED", "VOID"] as const),
  ],
};

async function fieldCodes(db: Db, code: string): Promise<string[]> {
  const fields = await listOptions(db, "fields", "zh-CN");
  const below = fields.filter((one) => one.parent === code).map((one) => one.value);
  return [code, ...below];
}

async function whereOf(db: Db, search: LotSearch): Promise<Prisma.LotWhereInput> {
  const { field, region, mode, min, max } = search;
  return {
    state: { in: [...STATES[search.show]] },
    announcedAt: { not: null },
    ...(mode ? { mode } : {}),
    ...(region ? { regionCode: { startsWith: regionPrefix(region) } } : {}),
    ...(field
      ? {
          items: {
            some: { achievement: { fieldCodes: { hasSome: await fieldCodes(db, field) } } },
          },
        }
      : {}),
    ...(min !== null || max !== null
      ? {
          startPriceFen: {
            ...(min === null ? {} : { gte: min }),
            ...(max === null ? {} : { lte: max }),
          },
        }
      : {}),
  };
}

/** Announced lots: open ones by their end of applications, others newest first. */
export async function listLots(
  db: Db,
  search: LotSearch,
  paging: { skip: number; size: number },
  locale: string,
): Promise<{ lots: LotCard[]; total: number }> {
  const where = await whereOf(db, search);
  const newest: Prisma.LotOrderByWithRelationInput[] = [{ announcedAt: "desc" }, { id: "desc" }];
  const [rows, total, name, region] = await Promise.all([
    db.lot.findMany({
      where,
      orderBy: search.show === "open" ? [{ applicationsEndAt: "asc" }, { id: "asc" }] : newest,
      skip: paging.skip,
      take: paging.size,
      select: {
        number: true,
        title: true,
        state: true,
        mode: true,
        categoryCode: true,
        regionCode: true,
        startPriceFen: true,
        priceFen: true,
        applicationsEndAt: true,
        biddingStartsAt: true,
        isTraining: true,
        auctionHouse: true,
        organisation: { select: { legalName: true } },
      },
    }),
    db.lot.count({ where }),
    codeNamer(db, locale),
    regionNamer(db, locale),
  ]);
  const lots = rows.map((row) => ({
    number: row.number,
    title: row.title,
    state: isLotState(row.state) ? row.state : ("VOID" as const),
    mode: AUCTION_MODES.find((one) => one === row.mode) ?? ("ASCENDING" as const),
    sellerName: row.organisation.legalName,
    regionName: region(row.regionCode),
    categoryName: row.categoryCode ? name("contract-categories", row.categoryCode) : "",
    startPriceFen: (row.startPriceFen ?? 0n).toString(),
    priceFen: row.priceFen?.toString() ?? null,
    applicationsEndAt: row.applicationsEndAt,
    biddingStartsAt: row.biddingStartsAt,
    isTraining: row.isTraining,
    isAuction: row.auctionHouse !== null,
  }));
  return { lots, total };
}

/** The running lot that an achievement stands in, for its page. */
export async function findRunningLot(
  db: Db,
  achievementId: string,
): Promise<{ number: number; state: LotState } | null> {
  const lot = await db.lot.findFirst({
    where: {
      state: {
        in: ["ANNOUNCED", "BIDDING", "NEGOTIATION", "PENDING_CONFIRM", "SOLD", "SUSPENDED"],
      },
      items: { some: { achievementId } },
    },
    orderBy: { number: "desc" },
    select: { number: true, state: true },
  });
  return lot && isLotState(lot.state) ? { number: lot.number, state: lot.state } : null;
}
