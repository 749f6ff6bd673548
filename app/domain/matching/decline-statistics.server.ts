import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { type DeclineCode, isDeclineCode } from "./answer-schema";
import type { DeclineStatistics } from "./match-view-schema";

/**
 * How others answered to a listing, and why they refused, in numbers only. Reasons come from
 * answers to matches and from declined requests; from `market.matching.reason_minimum` refusals on.
 */
export async function countDeclines(
  db: DbOrTx,
  kind: ListingKind,
  listing: { id: string; organisationId: string },
): Promise<DeclineStatistics> {
  const column = kind === "need" ? { needId: listing.id } : { achievementId: listing.id };
  const others = { not: listing.organisationId };
  const [answers, declined, minimum] = await Promise.all([
    db.matchAnswer.groupBy({
      by: ["answer", "declineCode"],
      where: { ...column, organisationId: others },
      _count: true,
    }),
    db.introduction.groupBy({
      by: ["declineCode"],
      where: { ...column, state: "DECLINED", toOrganisationId: others },
      _count: true,
    }),
    getPolicyNumber(db, "market.matching.reason_minimum"),
  ]);
  const counts = new Map<DeclineCode, number>();
  for (const row of [...answers.filter((one) => one.answer === "NOT_FOR_US"), ...declined]) {
    const { declineCode } = row;
    if (isDeclineCode(declineCode)) {
      counts.set(declineCode, (counts.get(declineCode) ?? 0) + row._count);
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const interested = answers
    .filter((row) => row.answer === "INTERESTED")
    .reduce((sum, row) => sum + row._count, 0);
  const reasons = [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count);
  return { interested, declined: total, reasons: total >= minimum ? reasons : null };
}
