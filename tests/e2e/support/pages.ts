import type { Page } from "@playwright/test";
import { ID, linkOn, linksOn, readLinks } from "./page-links.ts";

/** A room of the demonstration by the beginning of its title. */
async function roomOf(page: Page, title: string): Promise<string> {
  const links = await readLinks(page, "/desk/deals?state=all");
  const isRoom = ({ href, text }: { href: string; text: string }) =>
    href.startsWith("/desk/deals/") && text.includes(title);
  return links.find(isRoom)?.href ?? "";
}

const ROOM_PARTS = [
  ...["", "/terms", "/checks", "/publicity", "/contracts", "/disclosure", "/tasks", "/people"],
  ...["/registration", "/performance", "/incentives", "/log"],
];

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
      ...["/matching", "/brokers", "/publicity", "/rewards", "/verify", "/verify/registrations"],
      await linkOn(page, "/publicity", /^\/publicity\/\d+$/),
      await linkOn(page, "/brokers", new RegExp(`^/brokers/${ID}$`)),
      ...["/incentives", INCENTIVES_QUERY, "/incentives?kind=k21&total=abc"],
      ...["/contract-category", "/contract-category?novelty=existing&handover=goods"],
      ...["/contract-category?novelty=practical&workers=one", "/registration-check?category=21"],
      ...["/achievements?q=%E9%92%A0%E7%94%B5%E6%B1%A0", "/needs?q=zzzzqqq", achievement, need],
      ...[
        `${achievement}/versions`,
        `${need}/versions`,
        "/unsubscribe/none",
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
      ...[
        "/desk/deals",
        "/desk/registrations",
        "/desk/payments",
        "/desk/instalments",
        "/desk/rewards",
      ],
      ...["/desk/mandates", "/desk/mandates/introductions", "/desk/publicity"],
      ...["/desk/needs/new", "/desk/saved-searches/new"],
      ...["", "/contact", "/privacy", "/real-name", "/security", "/two-factor"].map(
        (part) => `/desk/account${part}`,
      ),
    ];
  },
  university: async (page) => {
    const signed = await roomOf(page, "钠离子电池用高空气稳定性");
    const contract = await linkOn(page, `${signed}/contracts`, /\/contracts\/[0-9a-f-]{36}$/);
    const dossier = await linkOn(
      page,
      "/desk/registrations",
      new RegExp(`^/desk/registrations/${ID}$`),
    );
    return [
      ...["/desk", "/desk/organisation", "/desk/organisation/edit", "/desk/organisation/members"],
      ...ROOM_PARTS.map((part) => `${signed}${part}`),
      ...[contract, `${contract}/versions`, `/desk/contracts/${contract.split("/").at(-1)}/sign`],
      ...["", "/form", "/documents", "/export"].map((part) => `${dossier}${part}`),
      ...["/desk/registrations/facts", "/desk/publicity", "/desk/organisation/documents"],
    ];
  },
  firm: async (page) => {
    const open = await roomOf(page, "玉米芯基硬碳负极");
    const terms = ["/terms", "/terms/edit", "/terms/1", "/terms/compare?before=1&after=2"];
    const own = async (path: string) => linksOn(page, path, new RegExp(`^${path}/${ID}$`));
    const broker = await linkOn(page, "/brokers", new RegExp(`^/brokers/${ID}$`));
    return [
      ...[...terms, "/terms/category", "/disclosure"].map((part) => `${open}${part}`),
      ...(await own("/desk/needs")),
      ...[...(await own("/desk/mandates")), ...(await own("/desk/instalments"))],
      `/desk/mandates/new?broker=${broker.split("/").at(-1)}`,
    ];
  },
  registrar: async (page) => {
    const item = await linkOn(
      page,
      "/office/registrations",
      new RegExp(`^/office/registrations/${ID}$`),
    );
    return [
      ...["/office/registrations", item, `${item}/export`, "/office/registrations/import"],
      ...["/office/registrations/statistics", "/office/registrations/offices"],
    ];
  },
  talent: async () => ["/office/brokers"],
  broker: async () => [
    ...["/desk/brokerage", "/desk/judgements", "/desk/judgements?view=given", "/desk/mandates"],
    ...["", "/profile", "/introductions", "/ledger"].map((part) => `/desk/broker${part}`),
  ],
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
  lots: ["sale", "price", "rules", "checks", "files", "preview"],
} as const;

/**
 * Pages that no walk opens: they want a token from a message, a draft of their own, or a case that the
 * demonstration does not have. A new page belongs in a walk, not here.
 */
export const OUT_OF_REACH: ReadonlySet<string> = new Set([
  ...["/confirm", "/invitations/:token", "/sign-in/two-factor", "/answers/:token"],
  ...["/reconfirm/:token", "/rewards/:number", "/verify/registrations/:no"],
  ...["/desk/challenges/:id/edit", "/desk/licences/:id/edit", "/desk/disputes/:id"],
  ...["/desk/contracts/:id/paper", "/desk/deals/:id/disclosure/:grantId", "/desk/rewards/:id"],
  ...["/desk/imports/:id", "/desk/introductions/:id", "/desk/introductions/new"],
  ...["/desk/mandates/find", "/office/brokers/:id", "/office/oversight/disputes/:id"],
  ...["/office/registrations/offices/:id", "/office/reviews/compare/:kind/:id/:otherId"],
  ...["/office/reviews/needs/:id", "/office/verifications/:id"],
  "/office/verifications/people/:id",
]);
