import type { Page } from "@playwright/test";

/** Ids that the paths need, taken from the demonstration rows through the pages themselves. */
export async function linkOn(page: Page, path: string, href: RegExp): Promise<string> {
  await page.goto(path);
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const found = links.find((link) => href.test(link));
  if (!found) throw new Error(`no link like ${href} on ${path}`);
  return found;
}

const ID = "[0-9a-f-]{36}";

/** The incentives calculator with an answer on it. */
const INCENTIVES_QUERY =
  "/incentives?kind=k21&total=8000000&sellerKind=FIRM&isRegistered=on&hasSeparateBooks=on&relatedShare=0&cost=1000000&taxes=100000";

/** A page of every kind that each person can open; null is a visitor. */
export const PAGES: Record<string, (page: Page) => Promise<string[]>> = {
  visitor: async (page) => {
    const achievement = await linkOn(page, "/achievements", new RegExp(`^/achievements/${ID}$`));
    const need = await linkOn(page, "/needs", new RegExp(`^/needs/${ID}$`));
    const matched = "/needs?q=%E9%92%A0%E7%94%B5%E6%B1%A0";
    const matchedNeed = await linkOn(page, matched, new RegExp(`^/needs/${ID}$`));
    const pair = await linkOn(page, matchedNeed, new RegExp(`^/matches/${ID}/${ID}$`));
    const organisation = await linkOn(page, "/organisations", new RegExp(`^/organisations/${ID}$`));
    return [
      ...["/", "/achievements", "/needs", "/organisations", "/statistics", "/outbox", "/api"],
      "/matching",
      ...["/incentives", INCENTIVES_QUERY, "/incentives?kind=k21&total=abc"],
      ...["/contract-category", "/contract-category?novelty=existing&handover=goods"],
      ...["/contract-category?novelty=practical&workers=one", "/registration-check?category=21"],
      ...["/achievements?q=%E9%92%A0%E7%94%B5%E6%B1%A0", "/needs?q=zzzzqqq", achievement, need],
      ...[
        `${achievement}/versions`,
        organisation,
        pair,
        "/sign-in",
        "/sign-up",
        "/forgot-password",
      ],
      ...["/reset-password", "/design", "/terms", "/privacy", "/no/such/page"],
    ];
  },
  researcher: async (page) => {
    const own = await linkOn(page, "/desk/achievements", new RegExp(`^/desk/achievements/${ID}$`));
    return [
      ...["/desk", "/desk/achievements", own, "/desk/achievements/new", "/desk/needs"],
      ...["/desk/notifications", "/desk/notifications/preferences", "/desk/matches"],
      "/desk/matches?view=listing",
      ...["/desk/introductions", "/desk/saved-searches", "/desk/imports", "/desk/imports/new"],
      ...["/desk/exports", "/desk/organisation", "/desk/organisation/new"],
      ...["", "/contact", "/privacy", "/real-name", "/security", "/two-factor"].map(
        (part) => `/desk/account${part}`,
      ),
    ];
  },
  university: async () => {
    return ["/desk", "/desk/organisation", "/desk/organisation/edit", "/desk/organisation/members"];
  },
  broker: async () => ["/desk/brokerage", "/desk/judgements", "/desk/judgements?view=given"],
  city: async (page) => {
    const review = await linkOn(page, "/office/reviews", new RegExp(`^/office/reviews/.*${ID}$`));
    return ["/office", "/office/reviews", review, "/office/verifications"];
  },
  operator: async () => {
    return [
      "/office",
      "/office/matching",
      "/office/audit",
      "/office/outbox",
      "/office/verifications/people",
    ];
  },
};

/** Steps of the wizard for a fresh draft. */
export const WIZARD_STEPS = {
  achievements: [
    ...["basics", "description", "readiness", "ip", "cooperation"],
    ...["files", "confidentiality", "check"],
  ],
  needs: ["basics", "background", "targets", "terms", "files", "confidentiality", "check"],
} as const;
