import type { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { addLotNotice } from "./add-lot-notice.server";
import { readLotChecks } from "./lot-checks-schema";
import { lowestRerunPrice } from "./lot-facts-rules";
import { RUNNING_LOT_STATES } from "./lot-procedure";
import { lockOwnLot } from "./own-lot.server";

const LIVE = new Set<string>([...RUNNING_LOT_STATES, "DRAFT", "CORRECTION"]);

async function copyOf(tx: Tx, lotId: string, userId: string) {
  const lot = await tx.lot.findUniqueOrThrow({
    where: { id: lotId },
    include: { items: true, files: true },
  });
  const id = newId();
  const data: Prisma.LotUncheckedCreateInput = {
    id,
    organisationId: lot.organisationId,
    createdById: userId,
    regionCode: lot.regionCode,
    title: lot.title,
    description: lot.description,
    defects: lot.defects,
    categoryCode: lot.categoryCode,
    conditions: lot.conditions ?? {},
    mode: lot.mode,
    startPriceFen: lot.startPriceFen,
    stepFen: lot.stepFen,
    depositFen: lot.depositFen,
    // A secret that was opened at the end of the run is none any more: the seller gives a new one.
    reserveIsPublic: lot.reserveIsPublic,
    reserveFen: lot.reserveIsPublic ? lot.reserveFen : null,
    priceBasis: lot.priceBasis,
    priceBasisNote: lot.priceBasisNote,
    qualification: lot.qualification,
    feePayer: lot.feePayer,
    feeBp: lot.feeBp,
    isTraining: lot.isTraining,
    auctionHouse: lot.auctionHouse,
    auctionLicence: lot.auctionLicence,
    auctioneer: lot.auctioneer,
    auctionLicenceFileId: lot.auctionLicenceFileId,
    checks: { ...readLotChecks(lot.checks), comments: [] },
    earlierLotId: lot.id,
    runNumber: lot.runNumber + 1,
    createdAt: clock.now(),
    items: {
      create: lot.items.map(({ achievementId, sort }) => ({ achievementId, sort })),
    },
    files: {
      create: lot.files.map(({ fileId, purpose, visibility, title }) => ({
        id: newId(),
        fileId,
        purpose,
        visibility,
        title,
      })),
    },
  };
  return data;
}

/**
 * 再次挂牌: a failed lot, or one in default, is offered anew, at a lower start price if the seller
 * decides so, at most by the dated discount. It goes through the market's check again.
 * @throws DomainError "not_found" (404) for strangers too, "lot_not_rerunnable" (409),
 * "lot_rerun_running" (409), "lot_rerun_discount" at `startPrice`
 */
export async function rerunLot(
  input: { lotId: string; startPriceFen: bigint },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string; number: number }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  return inTransaction(db, async (tx) => {
    const lot = await lockOwnLot(tx, input.lotId, actor);
    if (lot.state !== "FAILED" && lot.state !== "DEFAULTED") {
      throw new DomainError("lot_not_rerunnable", { status: 409 });
    }
    if (lot.laterLots.some((one) => LIVE.has(one.state))) {
      throw new DomainError("lot_rerun_running", { status: 409 });
    }
    const most = await getPolicyNumber(tx, "market.lot.rerun_discount_max_bp", clock.now());
    const lowest = lowestRerunPrice(lot.startPriceFen ?? 0n, most);
    if (input.startPriceFen < lowest) {
      throw new DomainError("lot_rerun_discount", { field: "startPrice" });
    }
    const copy = await copyOf(tx, lot.id, actor.userId);
    const made = await tx.lot.create({
      data: { ...copy, startPriceFen: input.startPriceFen },
      select: { id: true, number: true },
    });
    await addLotNotice(tx, lot.id, "RELISTED", {
      lotNumber: made.number,
      startPriceFen: input.startPriceFen.toString(),
    });
    await appendAudit(tx, actor, {
      action: "lot.rerun",
      subjectType: "Lot",
      subjectId: made.id,
      detail: { earlierLotId: lot.id, startPriceFen: input.startPriceFen.toString() },
    });
    return made;
  });
}
