import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { challengeTakerProcedure } from "./challenge-taker-procedure";
import { MARKET_RULE } from "./rule-sources";
import type { TakerRow } from "./taker-rows.server";

const { name: procedure } = challengeTakerProcedure;

/** When the work was last handed over, and of each expert the latest opinion since then. */
export async function readOpinions(tx: Tx, takerId: string) {
  const delivered = await tx.procedureMove.findFirst({
    where: { procedure, subjectId: takerId, move: "deliver" },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const moves = await tx.procedureMove.findMany({
    where: {
      procedure,
      subjectId: takerId,
      move: "opine",
      at: { gte: delivered?.at ?? new Date(0) },
    },
    orderBy: { at: "asc" },
    select: { actorUserId: true, evidence: true },
  });
  const latest = new Map<string, boolean>();
  for (const move of moves) {
    const evidence = move.evidence as { input?: { opinion?: unknown } };
    latest.set(move.actorUserId ?? "", evidence.input?.opinion === "ACCEPT");
  }
  const accepts = [...latest.values()].filter(Boolean).length;
  return { deliveredAt: delivered?.at ?? null, accepts, rejects: latest.size - accepts };
}

/** Once the work was handed over the poster alone does not end it without a result. */
export const judged = async ({ tx, subject, actor }: MoveContext<TakerRow>) => {
  const { deliveredAt, rejects } = await readOpinions(tx, subject.id);
  const { regionCode } = subject.challenge;
  const isOffice = actor.kind === "SYSTEM" || can(actor, "challenge.operate", { regionCode });
  return conditionOf(deliveredAt === null || rejects > 0 || isOffice, {
    inputs: { deliveredAt: deliveredAt?.toISOString() ?? null, rejects, isOffice },
    formula: "nothing was handed over, or an expert rejects it, or the market's operator acts",
    source: MARKET_RULE,
    code: "challenge_work_delivered",
  });
};
