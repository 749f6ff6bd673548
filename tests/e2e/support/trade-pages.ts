import type { Page } from "@playwright/test";
import { draftOf, ID, linkOn, linksOn } from "./page-links.ts";

const NUMBERED = (area: string) => new RegExp(`^/${area}/\\d+$`);
const OWN = (path: string) => new RegExp(`^${path}/${ID}$`);

/** A list and the first of what it lists. */
async function under(page: Page, path: string): Promise<string[]> {
  return [path, await linkOn(page, path, OWN(path.split("?")[0] ?? ""))];
}

/** Pages of trading and of the money that goes with it, as each person can open them. */
export const TRADE_PAGES: Record<string, (page: Page) => Promise<string[]>> = {
  visitor: async (page) => {
    const lot = await linkOn(page, "/lots", NUMBERED("lots"));
    const ended = await linkOn(page, "/lots?show=ended", NUMBERED("lots"));
    const awarded = await linksOn(page, "/tenders?show=awarded", NUMBERED("tenders"));
    const rewarded = await linksOn(page, "/challenges?state=ended", NUMBERED("challenges"));
    return [
      ...["/lots", "/lots?show=all", "/lots?show=bidding&mode=ROUNDS", "/lots/sandbox"],
      ...[lot, `${lot}/live`, ended, `${ended}/live`, `${ended}/transcript`],
      ...["/licences", await linkOn(page, "/licences", NUMBERED("licences"))],
      ...["/challenges", await linkOn(page, "/challenges", NUMBERED("challenges")), ...rewarded],
      ...["/tenders", await linkOn(page, "/tenders", NUMBERED("tenders")), ...awarded],
      ...["/sanctions", "/sanctions/disputes", "/verify/transcripts"],
    ];
  },
  university: async (page) => {
    const intention = await linkOn(page, "/desk/intentions", OWN("/desk/intentions"));
    return [
      ...[...(await under(page, "/desk/lots")), "/desk/lots/new"],
      ...[...(await under(page, "/desk/licences")), "/desk/licences/new"],
      ...["/desk/intentions", intention],
    ];
  },
  firm: async (page) => {
    const lot = await linkOn(page, "/lots", NUMBERED("lots"));
    const licence = await linkOn(page, "/licences", NUMBERED("licences"));
    const run = await linksOn(page, "/desk/bidding", /^\/lots\/\d+\/live$/);
    const call = await linkOn(page, "/tenders", NUMBERED("tenders"));
    return [
      ...["/desk/lots/applications", "/desk/bidding", lot, `${lot}/apply`, ...run],
      ...["/desk/payments", "/desk/payments/account", `${licence}/take`],
      ...["/desk/disputes", "/desk/disputes/new"],
      ...[...(await under(page, "/desk/challenges")), "/desk/challenges/new"],
      ...[...(await under(page, "/desk/tenders")), "/desk/tenders/new", `${call}/bid`],
      await draftOf(page, "/desk/tenders/new", { needId: "" }),
    ];
  },
  hydraulics: async (page) => [
    ...["/desk/lots/applications", "/desk/bidding", ...(await under(page, "/desk/payments"))],
    ...(await under(page, "/desk/licences/purchases")),
  ],
  bluebay: async (page) => {
    const bids = "/desk/tenders?list=bids";
    const bid = await linksOn(page, bids, /^\/tenders\/\d+\/bid$/);
    return [bids, ...bid, ...bid.map((one) => one.replace(/bid$/, "receipt"))];
  },
  "chief-registrar": async (page) => {
    const duties = "/desk/tenders?list=duties";
    const keys = await linksOn(page, duties, new RegExp(`^/desk/tenders/${ID}/(key|opening)$`));
    const parts = ["key", "opening"].flatMap((part) =>
      keys.map((one) => one.replace(/(key|opening)$/, part)),
    );
    return [duties, ...parts];
  },
  bay: async (page) => {
    const duties = "/desk/tenders?list=duties";
    const evaluation = new RegExp(`^/desk/tenders/${ID}/evaluation$`);
    return [duties, ...(await linksOn(page, duties, evaluation))];
  },
  liyuan: async (page) => {
    const own = await linkOn(page, "/desk/challenges", OWN("/desk/challenges"));
    return [own, await linkOn(page, own, OWN("/desk/challenges/takers"))];
  },
  "mine-safety": (page) => under(page, "/desk/challenges/appraisals"),
  operator: async (page) => [
    ...(await under(page, "/office/lots?list=all")),
    ...(await under(page, "/office/bidding?folder=over")),
    ...(await under(page, "/office/licences?list=OPEN")),
    ...(await under(page, "/office/challenges?show=all")),
    ...(await under(page, "/office/tenders?list=all")),
    ...["/office/oversight", "/office/oversight/disputes"],
    ...(await linksOn(page, "/office/oversight", OWN("/office/oversight"))),
    ...["/office/oversight/strikes", "/office/oversight/retention", "/office/ledger"],
    ...(await under(page, "/office/payments?folder=all")),
    ...["/office/refunds", "/office/payouts", "/office/reconciliation"],
  ],
};
