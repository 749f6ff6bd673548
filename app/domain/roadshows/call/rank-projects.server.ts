import type { Tx } from "~/platform/db.server";
import { HANDED_IN_STATES } from "./project-procedure";
import { rankReviewed } from "./review-rules";

/**
 * Writes averages and ranks, supply and demand each among themselves, from the sheets of reviewers who
 * have not stepped back from the project. Once the selection is over both stay as they were announced.
 */
export async function rankProjects(tx: Tx, roadshowId: string): Promise<void> {
  const event = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true },
  });
  if (event.state !== "SELECTION") return;
  const projects = await tx.roadshowProject.findMany({
    where: { roadshowId, state: { in: [...HANDED_IN_STATES] } },
    select: {
      id: true,
      side: true,
      scoreHundredths: true,
      rank: true,
      recusals: { select: { member: { select: { userId: true } } } },
      reviews: {
        where: { member: { state: "ACCEPTED" } },
        select: { totalHundredths: true, member: { select: { userId: true } } },
      },
    },
  });
  const ranked = rankReviewed(
    projects.map(({ id, side, recusals, reviews }) => {
      const out = new Set(recusals.map((one) => one.member.userId));
      const counted = reviews.filter((one) => !out.has(one.member.userId));
      return { id, group: side, totals: counted.map((one) => one.totalHundredths) };
    }),
  );
  for (const { id, averageHundredths, rank } of ranked) {
    const stored = projects.find((one) => one.id === id);
    if (stored?.scoreHundredths === averageHundredths && stored.rank === rank) continue;
    await tx.roadshowProject.update({
      where: { id },
      data: { scoreHundredths: averageHundredths, rank },
    });
  }
}
