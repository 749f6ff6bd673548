import type { DbOrTx } from "~/platform/db.server";
import { type Conflict, conflictsOf } from "./conflict-rules";
import { readBoard } from "./read-board.server";

/** What in a stored version breaks a rule now. */
export async function findConflicts(db: DbOrTx, planId: string): Promise<Conflict[]> {
  const { roadshowId } = await db.roadshowPlan.findUniqueOrThrow({
    where: { id: planId },
    select: { roadshowId: true },
  });
  const { board } = await readBoard(db, roadshowId, planId);
  return conflictsOf(board);
}

/** Hard conflicts in words without a language: titles and names, the first few. */
export function nameConflicts(conflicts: readonly Conflict[]): string {
  const names = conflicts.map(({ titles, name }) =>
    [...new Set([...titles, name])].filter((one) => one !== "").join(" / "),
  );
  const unique = [...new Set(names)];
  const rest = unique.length - 5;
  return [...unique.slice(0, 5), ...(rest > 0 ? [`+${rest}`] : [])].join("；");
}
