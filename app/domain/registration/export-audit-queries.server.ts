import type { DbOrTx } from "~/platform/db.server";

/** Most moves and events of one case that an extract holds. */
const MOST = 5000;

/**
 * The steps of a case with their places in the audit chain, so that anybody with the chain can check
 * that none was altered. Persons are named by id only.
 */
export async function auditExtract(db: DbOrTx, registrationId: string) {
  const [events, moves] = await Promise.all([
    db.auditEvent.findMany({
      where: { subjectType: "Registration", subjectId: registrationId },
      orderBy: { sequence: "asc" },
      take: MOST,
    }),
    db.procedureMove.findMany({
      where: { procedure: "registration", subjectId: registrationId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: MOST,
    }),
  ]);
  return {
    events: events.map((one) => ({
      sequence: one.sequence.toString(),
      at: one.at.toISOString(),
      action: one.action,
      actorKind: one.actorKind,
      actorUserId: one.actorUserId,
      detail: one.detail,
      previousHash: one.previousHash,
      hash: one.hash,
    })),
    moves: moves.map((one) => ({
      at: one.at.toISOString(),
      move: one.move,
      from: one.fromState,
      to: one.toState,
      relation: one.relation,
      note: one.note,
      evidence: one.evidence,
      auditSequence: one.auditSequence?.toString() ?? null,
    })),
  };
}
