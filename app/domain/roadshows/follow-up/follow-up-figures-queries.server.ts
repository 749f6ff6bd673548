import { dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { FollowUpFigures } from "./report-view";

/** Answers of every round of follow-up whose day has come by a date. */
export async function readFollowUpFigures(
  db: DbOrTx,
  roadshowIds: readonly string[],
  on: string,
): Promise<FollowUpFigures[]> {
  const rows = await db.roadshowFollowUp.findMany({
    where: { roadshowId: { in: [...roadshowIds] } },
    select: { days: true, dueOn: true, status: true, statedFen: true },
  });
  const today = dateColumn(on);
  const asked = rows.filter((row) => row.dueOn <= today);
  const rounds = [...new Set(asked.map((row) => row.days))].sort((a, b) => a - b);
  return rounds.map((days) => {
    const due = asked.filter((row) => row.days === days);
    const of = (status: string) => due.filter((row) => row.status === status).length;
    return {
      days,
      asked: due.length,
      answered: due.filter((row) => row.status !== null).length,
      talking: of("TALKING"),
      intention: of("INTENTION"),
      contract: of("CONTRACT"),
      nothing: of("NOTHING"),
      statedFen: due.reduce((all, row) => all + (row.statedFen ?? 0n), 0n).toString(),
    };
  });
}
