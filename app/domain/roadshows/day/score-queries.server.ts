import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { assertOrganiser, findRoadshowAccess } from "../events/roadshow-access.server";
import { readRules } from "../events/roadshow-rules-schema";
import type { PublicScore } from "./public-score-view";
import { rankedScores } from "./ranked-scores.server";
import { fewestJudges } from "./score-rules";
import type { ScorePage } from "./score-view";

/**
 * Sheets, results and ranks for the organiser.
 * @throws DomainError "not_found" (404)
 */
export async function getScorePage(
  db: DbOrTx,
  roadshowId: string,
  actor: Actor,
): Promise<ScorePage> {
  const { roadshow } = await assertOrganiser(db, roadshowId, actor);
  const { rules: stored } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { rules: true },
  });
  const rules = readRules(stored);
  const { dropHigh, dropLow, decimals, criteria } = rules;
  return {
    title: roadshow.title,
    number: roadshow.number,
    rule: { dropHigh, dropLow, decimals, fewest: fewestJudges(rules) },
    criteria,
    rows: await rankedScores(db, roadshowId),
  };
}

/**
 * Results as the public reads them: none until the organiser publishes them, and never who gave what.
 * @throws DomainError "not_found" (404) where the event is hidden
 */
export async function listPublicScores(
  db: DbOrTx,
  number: number,
  actor: Actor | null,
): Promise<PublicScore[]> {
  const { roadshow } = await findRoadshowAccess(db, { number }, actor);
  return findPublishedScores(db, roadshow.id);
}

/** Published results of an event that the reader may see. */
export async function findPublishedScores(db: DbOrTx, roadshowId: string): Promise<PublicScore[]> {
  const isPublished = await db.roadshowProject.count({
    where: { roadshowId, stageRank: { not: null } },
  });
  if (isPublished === 0) return [];
  const rows = await rankedScores(db, roadshowId);
  // What was closed since counts in the organiser's ranks; the public reads those that were published.
  const published = rows.flatMap(({ publishedRank: rank, result, ...row }) =>
    result !== null && rank !== null
      ? [
          {
            number: row.number,
            title: row.isConfidential ? "" : row.title,
            organisation: row.isConfidential ? "" : row.organisation,
            result,
            rank,
          },
        ]
      : [],
  );
  return published.sort((a, b) => a.rank - b.rank || a.number - b.number);
}

/** One project's result sheet for signing. @throws DomainError "not_found" (404), "score_sheet_open" (409) */
export async function getScoreSheet(
  db: DbOrTx,
  roadshowId: string,
  projectId: string,
  actor: Actor,
): Promise<ScorePage & { row: ScorePage["rows"][number] }> {
  const page = await getScorePage(db, roadshowId, actor);
  const row = page.rows.find((one) => one.projectId === projectId);
  if (!row) throw new DomainError("not_found", { status: 404 });
  if (!row.isClosed) throw new DomainError("score_sheet_open", { status: 409 });
  return { ...page, row };
}
