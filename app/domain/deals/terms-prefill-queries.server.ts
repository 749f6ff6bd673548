import { asVisibility, mayRead } from "~/domain/catalogue/visibility-rules";
import { toYuanText } from "~/domain/shared/money";
import type { DbOrTx } from "~/platform/db.server";
import type { DealSide } from "./deal-role-rules";
import { emptyForm, type TermsForm } from "./terms-form-rules";
import { findTradeTerms, type TradeTerms } from "./trade-terms-queries.server";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
const yuan = (fen: bigint | null) => (fen === null ? "" : toYuanText(fen));
const COMPARATORS: Record<string, string> = { GTE: "≥ ", LTE: "≤ ", EQ: "= " };

/** Whether a side reads a section: its own always, the other's only what every signed-in person does. */
function readerOf(visibility: unknown, isOwn: boolean) {
  const levels =
    typeof visibility === "object" && visibility !== null ? Object.entries(visibility) : [];
  return (section: string) => {
    const level = levels.find(([name]) => name === section)?.[1];
    return mayRead(asVisibility(level), isOwn ? "FULL" : "SIGNED_IN");
  };
}

/**
 * A first draft from achievement and need: name, description, targets, rights, price or budget, date,
 * broker. What a listing keeps from this side is left out, granted sections too: copying them into an
 * offer is for the person who was let in to decide.
 */
export async function prefillTerms(db: DbOrTx, dealId: string, side: DealSide): Promise<TermsForm> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: {
      title: true,
      achievement: { include: { ipRights: { orderBy: { sort: "asc" } } } },
      need: { include: { targets: { orderBy: { sort: "asc" } } } },
      supplyOrganisation: { select: { legalName: true } },
      participants: {
        where: { role: "BROKER", leftAt: null, joinedAt: { not: null } },
        select: { brokerId: true },
        take: 1,
      },
    },
  });
  const form = emptyForm();
  const { values, rows } = form;
  values.title = deal.title;
  const { achievement, need } = deal;
  if (achievement) {
    const reads = readerOf(achievement.sectionVisibility, side === "SUPPLY");
    if (reads("description")) values["object.description"] = achievement.description;
    if (reads("price")) {
      const isFixed = achievement.priceKind === "FIXED";
      if (isFixed) values["price.totalFen"] = yuan(achievement.priceMinFen);
      if (achievement.royaltyRateBp !== null) {
        values["price.royalty.rateBp"] = String(achievement.royaltyRateBp / 100);
      }
      if (achievement.priceKind === "ROYALTY") values["price.kind"] = "ROYALTY";
    }
    const [licenceKind] = achievement.licenceKinds;
    if (achievement.licenceKinds.length === 1 && licenceKind) values["licence.kind"] = licenceKind;
    if (reads("ip")) {
      rows["object.rights"] = achievement.ipRights.slice(0, 20).map((right) => ({
        kind: right.kind,
        title: right.title,
        number: right.number ?? "",
        applicant: "",
        owner: right.owners || deal.supplyOrganisation.legalName,
        filedOn: day(right.filedOn),
        expiresOn: day(right.expiresOn),
      }));
    }
  }
  if (need) {
    const reads = readerOf(need.sectionVisibility, side === "DEMAND");
    if (!values["object.description"] && reads("background")) {
      values["object.description"] = need.background;
    }
    if (reads("targets")) {
      values["object.targets"] = need.targets
        .map((one) => {
          const figure = `${COMPARATORS[one.comparator] ?? ""}${one.value}${one.unit ? ` ${one.unit}` : ""}`;
          return `${one.name}：${figure}${one.testMethod ? `（${one.testMethod}）` : ""}`;
        })
        .join("\n")
        .slice(0, 2000);
    }
    if (reads("budget") && need.budgetKind === "FIXED" && !values["price.totalFen"]) {
      values["price.totalFen"] = yuan(need.budgetMinFen);
    }
    values["term.toOn"] = day(need.deadlineOn);
    const owners: Record<string, string> = { OURS: "DEMAND", THEIRS: "SUPPLY", SHARED: "JOINT" };
    if (reads("ipTerms")) values["results.ownership"] = owners[need.ipTerms] ?? "";
  }
  const brokerId = deal.participants[0]?.brokerId;
  if (brokerId) {
    const broker = await db.brokerProfile.findUnique({ where: { id: brokerId } });
    values["broker.brokerId"] = brokerId;
    values["broker.name"] = broker?.displayName ?? "";
  }
  const trade = await findTradeTerms(db, dealId);
  if (trade) fillFromTrade(values, trade);
  return form;
}

/** What the trade has settled goes before what the listings say. */
function fillFromTrade(values: TermsForm["values"], trade: TradeTerms): void {
  const price = trade.priceFen ?? trade.minimumFen;
  if (price !== null) {
    values["price.kind"] = "LUMP_SUM";
    values["price.totalFen"] = yuan(price);
  }
  if (trade.categoryCode) values.categoryCode = trade.categoryCode;
  if (trade.licenceKind) values["licence.kind"] = trade.licenceKind;
  if (trade.territory) values["licence.territory"] = trade.territory;
  if (trade.fieldOfUse) values["licence.fieldOfUse"] = trade.fieldOfUse;
  values.special = trade.statement;
}
