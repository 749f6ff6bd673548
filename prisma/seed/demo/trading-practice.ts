import { placeBid } from "~/domain/bidding/place-bid.server";
import { scheduleAuction } from "~/domain/bidding/schedule-auction.server";
import { tickAuction } from "~/domain/bidding/tick-auction.server";
import { systemActor } from "~/domain/identity/actor";
import { useTestClock as turnClock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { confirmLot } from "~/domain/trading/confirm-lot.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import type { Db } from "~/platform/db.server";
import { playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import { demoPeople } from "./people";
import { admit, type DemoLot, offerLot } from "./trading-steps";
import type { DemoCast } from "./write-people";

const MINUTE_MS = 60_000;
/** Bids stand in the order of the database's own clock: a run of the past cannot be told, only made now. */
const FASTEST = 1440;
const market = systemActor("trading");

/**
 * Training runs of the demonstration: one that was bid for to the end, with a record that anybody can
 * check, and one that begins soon after the market has started.
 */
export function practiceRuns(db: Db, cast: DemoCast): DealStep[] {
  const sold = soldRun(db, cast);
  return [
    { daysAgo: 0, run: sold.bid },
    { daysAgo: 0, run: () => announceSoonRun(db, cast) },
    { daysAgo: 0, run: sold.confirm },
  ];
}

type Minutes = { ago: number; left: number; pause: number; factor: number };

/** Announced so many minutes ago; applications end when those that are left have passed. */
async function offerPractice(
  db: Db,
  cast: DemoCast,
  lot: Omit<DemoLot, "price" | "rules">,
  minutes: Minutes,
  rules: Record<string, string> = {},
): Promise<string> {
  turnClock(new Date(Date.now() - minutes.ago * MINUTE_MS));
  return offerLot(db, cast, {
    ...lot,
    price: {
      mode: "ASCENDING",
      startPrice: "500000",
      step: "10000",
      deposit: "0",
      reserveKind: "NONE",
      priceBasis: "OTHER",
      priceBasisNote: "演练用价格，不代表对成果的估价。",
    },
    rules: {
      isTraining: "on",
      timeFactor: String(minutes.factor),
      announcementMinutes: String(minutes.ago + minutes.left),
      biddingAfterMinutes: String(minutes.pause),
      allowsProxies: "on",
      ...rules,
    },
  });
}

/** 织物瑕疵检测: three are admitted and wait for the start. */
async function announceSoonRun(db: Db, cast: DemoCast): Promise<void> {
  const lotId = await offerPractice(
    db,
    cast,
    {
      seller: "university",
      achievement: "a-vision-fabric",
      sale: {
        title: "织物瑕疵在线视觉检测系统普通许可（竞价演练）",
        description: "用于熟悉网络竞价的演练标的：24 小时的自由报价期按 24 倍加速，约 1 小时结束。",
        categoryCode: "32",
        licenceKind: "NON_EXCLUSIVE",
      },
    },
    { ago: 120, left: 5, pause: 5, factor: 24 },
  );
  for (const name of ["firm", "hydraulics", "qingzhou-cnc"]) await admit(db, cast, lotId, name);
}

/** 激光导航叉车控制器: two bid against each other, and who holds the last price confirms it. */
function soldRun(db: Db, cast: DemoCast) {
  const names = ["hydraulics", "firm"] as const;
  let lotId = "";
  let auctionId = "";

  async function bid(): Promise<void> {
    lotId = await offerPractice(
      db,
      cast,
      {
        seller: "park",
        achievement: "a-lidar-fork",
        sale: {
          title: "激光导航叉车控制器技术服务（竞价演练）",
          description:
            "用于熟悉网络竞价的演练标的：1 小时的自由报价期按 1440 倍加速，竞价记录可逐条核对。",
          categoryCode: "51",
        },
      },
      { ago: 40, left: -10, pause: 5, factor: FASTEST },
      { freeHours: "1" },
    );
    for (const name of names) await admit(db, cast, lotId, name);
    turnClock(new Date());
    await fireLotDue(lotId, market, db);
    const bidders = await Promise.all(names.map((name) => playerOf(db, cast, name)));
    auctionId = await scheduleAuction(lotId, market, db);
    // Wan yuan. The last one is late where the machine is slow: then it is refused, on the record.
    for (const [index, price] of [50, 52, 53, 55, 56].entries()) {
      const attempt = { auctionId, clientKey: newId(), isConfirmed: true };
      const bidder = assertFound(bidders[index % bidders.length]);
      await placeBid({ ...attempt, amountFen: BigInt(price) * 1_000_000n }, bidder, db);
    }
  }

  async function confirm(): Promise<void> {
    turnClock(new Date());
    for (let waitMs = await tickAuction(auctionId, db); waitMs !== null; ) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(waitMs ?? 0, 0) + 5));
      waitMs = await tickAuction(auctionId, db);
    }
    const lot = await db.lot.findUniqueOrThrow({ where: { id: lotId } });
    // On a very slow machine every bid may have come too late.
    if (!lot.winnerApplicationId) return;
    const won = await db.lotApplication.findUniqueOrThrow({
      where: { id: lot.winnerApplicationId },
      select: { user: { select: { email: true } } },
    });
    const person = assertFound(demoPeople.find((one) => one.email === won.user.email));
    const winner = await playerOf(db, cast, person.email.replace("@demo.example", ""));
    await confirmLot({ lotId, password: person.password }, winner, db);
  }

  return { bid, confirm };
}
