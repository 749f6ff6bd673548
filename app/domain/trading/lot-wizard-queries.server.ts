import { listOptions } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { toYuanText } from "~/domain/shared/money";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import type { Db } from "~/platform/db.server";
import { readLotChecks } from "./lot-checks-schema";
import { lotFactsSelect, toLotFacts } from "./lot-facts-queries.server";
import { isGovernmentUnit } from "./lot-facts-rules";
import { isEditableLot, RUNNING_LOT_STATES } from "./lot-procedure";
import { listLotConditions } from "./lot-readiness-queries.server";
import type { LotWizard } from "./lot-wizard-view";

const yuan = (fen: bigint | null) => (fen === null ? "" : toYuanText(fen));
const number = (value: number | null) => (value === null ? "" : String(value));
const on = (value: boolean) => (value ? "on" : "");

async function readLimits(db: Db): Promise<LotWizard["limits"]> {
  const now = clock.now();
  const read = (key: string) => getPolicyNumber(db, key, now);
  return {
    announcementWorkdays: await read("market.lot.announcement_workdays"),
    auctionDays: await read("market.lot.auction_announcement_days"),
    minimumHours: await read("market.bidding.minimum_hours"),
    extensionsMax: await read("market.lot.extensions_max"),
    depositMinBp: await read("market.lot.deposit_min_bp"),
    depositMaxBp: await read("market.lot.deposit_max_bp"),
    drops: await read("market.bidding.drops_max"),
    rounds: await read("market.bidding.rounds"),
  };
}

async function ownAchievements(db: Db, organisationId: string, lotId: string) {
  const rows = await db.achievement.findMany({
    where: { organisationId, state: "PUBLISHED", isBlinded: false },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      title: true,
      lotItems: {
        where: { lotId: { not: lotId }, lot: { state: { in: [...RUNNING_LOT_STATES] } } },
        take: 1,
        select: { lotId: true },
      },
    },
  });
  return rows.map((row) => ({
    value: row.id,
    label: row.title,
    isTaken: row.lotItems.length > 0,
  }));
}

/**
 * One lot as its wizard shows it. Of a secret reserve it tells that there is one, never the amount.
 * @throws DomainError "not_found" (404) for strangers, "wrong_state" (409) when it is not a draft
 */
export async function getLotWizard(
  db: Db,
  lotId: string,
  actor: UserActor,
  locale: string,
): Promise<LotWizard> {
  const found = isId(lotId)
    ? await db.lot.findUnique({
        where: { id: lotId },
        select: {
          ...lotFactsSelect,
          organisationId: true,
          revision: true,
          checks: true,
          organisation: { select: { id: true, legalName: true, kind: true, natureCode: true } },
        },
      })
    : null;
  const row = assertFound(found && can(actor, "lot.create", found) ? found : null);
  if (!isEditableLot(row.state)) throw new DomainError("wrong_state", { status: 409 });
  const [facts, limits, achievements, categories, checks] = await Promise.all([
    toLotFacts(db, row, locale),
    readLimits(db),
    ownAchievements(db, row.organisationId, row.id),
    listOptions(db, "contract-categories", locale),
    listLotConditions(db, row.id, "submit", actor),
  ]);
  const stored = readLotChecks(row.checks);
  const { sale, plan, reserve } = facts;
  const values = {
    achievementIds: facts.items.map((one) => one.id),
    title: row.title,
    description: row.description,
    defects: row.defects,
    categoryCode: row.categoryCode,
    licenceKind: sale.licenceKind ?? "",
    licenceYears: number(sale.licenceYears),
    territory: sale.territory,
    fieldOfUse: sale.fieldOfUse,
    training: sale.training,
    delivery: sale.delivery,
    payment: sale.payment,
    other: sale.other,
    mode: facts.mode,
    startPrice: yuan(row.startPriceFen),
    step: yuan(row.stepFen),
    deposit: yuan(row.depositFen),
    reserveKind: reserve.kind === "SECRET" ? "KEEP" : reserve.kind,
    reserve: reserve.kind === "PUBLIC" ? yuan(BigInt(reserve.amountFen)) : "",
    priceBasis: row.priceBasis,
    priceBasisNote: row.priceBasisNote,
    feePayer: row.feePayer,
    feePercent: row.feeBp === 0 ? "" : String(row.feeBp / 100),
    qualification: row.qualification,
    isRelatedAllowed: on(plan.isRelatedAllowed),
    hasPreemption: on(plan.hasPreemption),
    preemptionNote: plan.preemptionNote,
    announcementWorkdays: number(plan.announcementWorkdays ?? limits.announcementWorkdays),
    biddingAfterWorkdays: number(plan.biddingAfterWorkdays),
    biddingTime: plan.biddingTime,
    freeHours: number(plan.freeHours ?? limits.minimumHours),
    closing: plan.closing,
    allowsProxies: on(plan.allowsProxies),
    rounds: number(plan.rounds ?? limits.rounds),
    drop: plan.dropFen ? yuan(BigInt(plan.dropFen)) : "",
    maxDrops: number(plan.maxDrops ?? limits.drops),
    extensionsMax: number(plan.extensionsMax),
    extensionWorkdays: number(plan.extensionWorkdays),
    isTraining: on(row.isTraining),
    timeFactor: number(plan.timeFactor),
    announcementMinutes: number(plan.announcementMinutes),
    biddingAfterMinutes: number(plan.biddingAfterMinutes),
    isAuction: on(row.auctionHouse !== null),
    auctionHouse: row.auctionHouse ?? "",
    auctionLicence: row.auctionLicence ?? "",
    auctioneer: row.auctioneer ?? "",
    note: stored.note,
    ...(stored.answers ?? {}),
  };
  return {
    ...facts,
    revision: row.revision,
    values,
    comments: stored.comments,
    checks,
    achievements,
    categories: categories
      .filter((one) => SUB_KINDS.some((kind) => kind === one.value))
      .map(({ value, label }) => ({ value, label })),
    limits,
    isGovernmentUnit: isGovernmentUnit(row.organisation.kind, row.organisation.natureCode),
  };
}
