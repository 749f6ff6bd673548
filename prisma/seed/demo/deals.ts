import { acceptNda } from "~/domain/deals/accept-nda.server";
import { addTask } from "~/domain/deals/add-task.server";
import { approvePublicity } from "~/domain/deals/approve-publicity.server";
import { grantDisclosure } from "~/domain/deals/grant-disclosure.server";
import { getNda } from "~/domain/deals/nda-queries.server";
import { postDealMessage } from "~/domain/deals/post-deal-message.server";
import { proposePublicity } from "~/domain/deals/propose-publicity.server";
import { runPublicity } from "~/domain/deals/run-publicity.server";
import { planContract } from "~/domain/performance/plan-contract.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { listingOf, playerOf, SCAN } from "./deal-cast";
import { accept, contractAndSign, declare, meet, offer } from "./deal-steps";
import { anodeTerms, assignmentTerms, developmentTerms, serviceTerms } from "./deal-terms";
import { handIn, registerByOffice } from "./registration-story";
import type { DemoCast } from "./write-people";

const DAY_MS = 86_400_000;

/** Something that happened so many days ago. */
export type DealStep = { daysAgo: number; run(): Promise<void> };

const dayFrom = (start: Date) => (offset: number) =>
  calendarDate(new Date(start.getTime() + offset * DAY_MS));

/** Deal rooms of the demonstration: negotiating, in publicity, waiting at the counter, registered. */
export async function dealStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.deal.count()) > 0) return [];
  return [
    ...registeredDeal(db, cast),
    ...queuedDeal(db, cast),
    ...publicityDeal(db, cast),
    ...negotiatedDeal(db, cast),
  ];
}

const say = (db: Db, dealId: string, body: string, by: Parameters<typeof postDealMessage>[2]) =>
  postDealMessage(dealId, { clientKey: newId(), body, upload: null }, by, db);

function registeredDeal(db: Db, cast: DemoCast): DealStep[] {
  let dealId = "";
  let contractId = "";
  const sides = async () => ({
    seller: await playerOf(db, cast, "university"),
    buyer: await playerOf(db, cast, "firm"),
  });
  return [
    {
      daysAgo: 40,
      async run() {
        dealId = await meet(db, await sides(), {
          achievementId: await listingOf(db, "achievement", "a-na-layered"),
          needId: await listingOf(db, "need", "n-na-cathode-life"),
        });
        const { seller, buyer } = await sides();
        await say(db, dealId, "样品在 55% 湿度下放置两天后的首效数据能否先看一下？", buyer);
        await say(db, dealId, "可以，检测报告今天上传，另附三批次残碱数据。", seller);
      },
    },
    {
      daysAgo: 34,
      async run() {
        const both = await sides();
        const terms = developmentTerms(dayFrom(clock.now()));
        await accept(
          db,
          await offer(db, dealId, terms, both.seller, "按 50 公斤级中试报价"),
          both.buyer,
        );
        await declare(db, dealId, both, false);
      },
    },
    {
      daysAgo: 30,
      async run() {
        contractId = await contractAndSign(db, dealId, await sides());
        await planContract(contractId, db);
      },
    },
    {
      daysAgo: 28,
      async run() {
        const registrationId = await handIn(db, contractId, await sides());
        await registerByOffice(db, registrationId, {
          first: await playerOf(db, cast, "registrar"),
          second: await playerOf(db, cast, "second-registrar"),
        });
      },
    },
  ];
}

function queuedDeal(db: Db, cast: DemoCast): DealStep[] {
  let dealId = "";
  const sides = async () => ({
    seller: await playerOf(db, cast, "university"),
    buyer: await playerOf(db, cast, "liyuan"),
  });
  return [
    {
      daysAgo: 20,
      async run() {
        const both = await sides();
        dealId = await meet(db, both, {
          achievementId: await listingOf(db, "achievement", "a-slag-carbonation"),
          needId: await listingOf(db, "need", "n-slag-use"),
        });
        const terms = serviceTerms(dayFrom(clock.now()));
        await accept(db, await offer(db, dealId, terms, both.seller, ""), both.buyer);
        await declare(db, dealId, both, false);
      },
    },
    {
      daysAgo: 12,
      async run() {
        const contractId = await contractAndSign(db, dealId, await sides());
        await planContract(contractId, db);
        await handIn(db, contractId, await sides());
      },
    },
  ];
}

function publicityDeal(db: Db, cast: DemoCast): DealStep[] {
  return [
    {
      daysAgo: 6,
      async run() {
        const seller = await playerOf(db, cast, "university");
        const buyer = await playerOf(db, cast, "zhihe");
        const achievementId = await listingOf(db, "achievement", "a-waterless-dye");
        const needId = await listingOf(db, "need", "n-dye-water");
        const dealId = await meet(db, { seller, buyer }, { achievementId, needId });
        const right = await db.achievementIpRight.findFirstOrThrow({
          where: { achievementId },
          orderBy: { sort: "asc" },
        });
        const terms = assignmentTerms(
          {
            title: right.title,
            number: right.number ?? "",
            applicant: "泉城理工大学",
            filedOn: "2021-03-18",
            expiresOn: "2041-03-17",
          },
          dayFrom(clock.now()),
        );
        await accept(db, await offer(db, dealId, terms, seller, ""), buyer);
        await declare(db, dealId, { seller, buyer }, true);
        const contact = "成果转化办公室 0531-00000000";
        const { id } = await proposePublicity({ dealId, contact, relatedNote: "" }, seller, db);
        await approvePublicity({ publicityId: id, upload: SCAN }, seller, db);
        await runPublicity({ publicityId: id, move: "start" }, seller, db);
      },
    },
  ];
}

function negotiatedDeal(db: Db, cast: DemoCast): DealStep[] {
  let dealId = "";
  return [
    {
      daysAgo: 5,
      async run() {
        const seller = await playerOf(db, cast, "researcher");
        const buyer = await playerOf(db, cast, "firm");
        dealId = await meet(
          db,
          { seller, buyer },
          {
            achievementId: await listingOf(db, "achievement", "a-hard-carbon"),
            needId: await listingOf(db, "need", "n-biochar-anode"),
          },
        );
        const { hash } = await getNda(db, dealId);
        for (const one of [seller, buyer]) {
          await acceptNda(dealId, { textHash: hash, ipAddress: "127.0.0.1" }, one, db);
        }
        await say(db, dealId, "我们更看重压实密度，能否写进技术指标？", buyer);
        const until = dayFrom(clock.now())(90);
        const opened = { things: ["section:applications"], userIds: [buyer.userId], until };
        await grantDisclosure(dealId, opened, seller, db);
        await offer(db, dealId, anodeTerms(false, dayFrom(clock.now())), seller, "首轮报价");
      },
    },
    {
      daysAgo: 2,
      async run() {
        const buyer = await playerOf(db, cast, "firm");
        const note = "价格按不含中试设备计，成果希望共有";
        await offer(db, dealId, anodeTerms(true, dayFrom(clock.now())), buyer, note);
        const task = { title: "寄送 5 kg 玉米芯硬碳样品", note: "", assigneeId: null };
        await addTask(dealId, { ...task, dueOn: dayFrom(clock.now())(10) }, buyer, db);
      },
    },
  ];
}
