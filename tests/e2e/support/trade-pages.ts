import type { Page } from "@playwright/test";
import { ID, linkOn, linksOn } from "./page-links.ts";

const NUMBERED = (area: string) => new RegExp(`^/${area}/\\d+$`);
const OWN = (path: string) => new RegExp(`^${path}/${ID}$`);

/** Pages of trading and of the money that goes with it, as each person can open them. */
export const TRADE_PAGES: Record<string, (page: Page) => Promise<string[]>> = {
  visitor: async (page) => {
    const lot = await linkOn(page, "/lots", NUMBERED("lots"));
    const ended = await linksOn(page, "/lots?show=ended", NUMBERED("lots"));
    const challenges = await linksOn(page, "/challenges", NUMBERED("challenges"));
    const tenders = await linksOn(page, "/tenders", NUMBERED("tenders"));
    return [
      ...["/lots", "/lots?show=all", "/lots?show=bidding&mode=ROUNDS", "/lots/sandbox"],
      ...[lot, `${lot}/live`, ...ended, ...ended.map((one) => `${one}/live`)],
      ...ended.map((one) => `${one}/transcript`),
      ...["/licences", await linkOn(page, "/licences", NUMBERED("licences"))],
      ...["/challenges", ...challenges, "/tenders", ...tenders],
      ...["/sanctions", "/sanctions/disputes", "/verify/transcripts"],
    ];
  },
  university: async (page) => {
    const lot = await linkOn(page, "/desk/lots", OWN("/desk/lots"));
    const offer = await linkOn(page, "/desk/licences", OWN("/desk/licences"));
    const intentions = await linksOn(page, "/desk/intentions", OWN("/desk/intentions"));
    return [
      ...["/desk/lots", lot, "/desk/lots/new", "/desk/licences", offer, "/desk/licences/new"],
      ...["/desk/intentions", ...intentions, "/desk/tenders", "/desk/challenges/appraisals"],
    ];
  },
  firm: async (page) => {
    const lot = await linkOn(page, "/lots", NUMBERED("lots"));
    const licence = await linkOn(page, "/licences", NUMBERED("licences"));
    const run = await linksOn(page, "/desk/bidding", /^\/lots\/\d+\/live$/);
    const challenges = await linksOn(page, "/desk/challenges", OWN("/desk/challenges"));
    const tenders = await linksOn(page, "/desk/tenders", OWN("/desk/tenders"));
    const bids = await linksOn(page, "/tenders", NUMBERED("tenders"));
    return [
      ...["/desk/lots/applications", "/desk/bidding", lot, `${lot}/apply`, ...run],
      ...["/desk/payments", `${licence}/take`, "/desk/disputes", "/desk/disputes/new"],
      ...["/desk/challenges", "/desk/challenges/new", ...challenges],
      ...["/desk/tenders", "/desk/tenders/new", ...tenders, ...bids.map((one) => `${one}/bid`)],
    ];
  },
  hydraulics: async (page) => {
    const payment = await linkOn(page, "/desk/payments", OWN("/desk/payments"));
    const purchases = "/desk/licences/purchases";
    return [
      ...["/desk/payments", payment, "/desk/payments/account", "/desk/lots/applications"],
      ...["/desk/bidding", purchases, await linkOn(page, purchases, OWN(purchases))],
    ];
  },
  operator: async (page) => {
    const under = async (path: string) => [path, ...(await linksOn(page, path, OWN(path)))];
    return [
      ...(await under("/office/lots")),
      ...(await under("/office/bidding")),
      ...(await under("/office/licences")),
      ...(await under("/office/challenges")),
      ...(await under("/office/tenders")),
      ...(await under("/office/oversight")),
      ...(await under("/office/oversight/disputes")),
      ...["/office/oversight/strikes", "/office/oversight/retention", "/office/ledger"],
      ...(await under("/office/payments")),
      ...["/office/refunds", "/office/payouts", "/office/reconciliation"],
    ];
  },
};
