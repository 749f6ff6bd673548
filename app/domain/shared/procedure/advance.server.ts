import { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { ConditionEvidence } from "./condition";
import type { Conduct, MoveInput } from "./conduct";
import { refusalOf } from "./procedure";
import { moveClocks } from "./run-clocks.server";

/**
 * Moves one subject through its procedure: lock, re-read, check actor, state and conditions, write
 * where the state is still the old one, run the effects, record the evidence. One transaction.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "note_required", or the code of the
 * first condition that is not met
 */
export async function advance<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
>(
  db: DbOrTx,
  conduct: Conduct<S, St, M, R, C, K>,
  subjectId: string,
  move: M,
  actor: Actor,
  input: MoveInput = {},
): Promise<void> {
  await advanceMany(db, conduct, [subjectId], move, actor, input);
}

/** The same for many subjects at once: all move or none does. For imports and sweeps. */
export async function advanceMany<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
>(
  db: DbOrTx,
  conduct: Conduct<S, St, M, R, C, K>,
  subjectIds: readonly string[],
  move: M,
  actor: Actor,
  input: MoveInput = {},
): Promise<void> {
  if (subjectIds.length === 0) return;
  const { procedure } = conduct;
  const definition = procedure.moves[move];
  const now = clock.now();
  await inTransaction(db, async (tx) => {
    const subjects = await lockAndLoad(tx, conduct, subjectIds);
    const evidence = new Map<string, { relation: R; conditions: ConditionEvidence[] }>();
    for (const subject of subjects) {
      const relations = conduct.relations(actor, subject);
      const refusal = refusalOf(procedure, subject.state, relations, move);
      if (refusal === "wrong_actor") throw new DomainError("wrong_actor", { status: 403 });
      if (refusal === "wrong_state") throw new DomainError("wrong_state", { status: 409 });
      if (definition.needsNote && !input.note?.trim()) {
        throw new DomainError("note_required", { field: "note" });
      }
      const conditions: ConditionEvidence[] = [];
      for (const id of definition.conditions ?? []) {
        const result = await conduct.conditions[id]({ tx, actor, input, now, subject });
        if (result.answer === "NOT_MET") {
          throw new DomainError(result.code ?? "condition_not_met", {
            ...(result.field ? { field: result.field } : {}),
            params: { condition: id },
          });
        }
        conditions.push({ ...result, id, ruleVersion: procedure.version });
      }
      const relation = definition.by.find((one) => relations.has(one)) as R;
      evidence.set(subject.id, { relation, conditions });
    }

    await conduct.before?.[move]?.({ tx, actor, input, now, subjects });
    await writeState(tx, conduct.table, subjects, definition.to);
    await moveClocks(tx, procedure, subjects, move, definition.to, now);
    await conduct.after?.[move]?.({ tx, actor, input, now, subjects });
    await conduct.afterEach?.({ tx, actor, input, now, subjects });

    const last = await appendAudit(
      tx,
      actor,
      subjects.map((subject) => ({
        action: `${procedure.name}.${move}`,
        subjectType: conduct.table,
        subjectId: subject.id,
        detail: { from: subject.state, to: definition.to, version: procedure.version },
      })),
    );
    const first = last - BigInt(subjects.length) + 1n;
    await tx.procedureMove.createMany({
      data: subjects.map((subject, index) => {
        const found = evidence.get(subject.id);
        const { note, ...rest } = input;
        return {
          id: newId(),
          procedure: procedure.name,
          subjectId: subject.id,
          move,
          fromState: subject.state,
          toState: definition.to,
          actorKind: actor.kind,
          actorUserId: actor.kind === "USER" ? actor.userId : null,
          relation: found?.relation ?? "",
          at: now,
          note: note?.trim() ?? "",
          evidence: { input: rest, conditions: found?.conditions ?? [] },
          auditSequence: first + BigInt(index),
        };
      }),
    });
  });
}

async function lockAndLoad<S extends { id: string; state: string }>(
  tx: Tx,
  conduct: { table: string; load(tx: Tx, ids: readonly string[]): Promise<S[]> },
  ids: readonly string[],
): Promise<S[]> {
  // Locked in the order of the ids, so that two bulk moves cannot wait for each other.
  const sorted = [...ids].sort();
  const table = Prisma.raw(`"${conduct.table}"`);
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${table} WHERE id = ANY(${sorted}::uuid[]) ORDER BY id FOR UPDATE`;
  if (locked.length !== ids.length) throw new DomainError("not_found", { status: 404 });
  return conduct.load(tx, sorted);
}

async function writeState(
  tx: Tx,
  tableName: string,
  subjects: readonly { id: string; state: string }[],
  to: string,
): Promise<void> {
  const table = Prisma.raw(`"${tableName}"`);
  const ids = subjects.map((subject) => subject.id);
  const from = [...new Set(subjects.map((subject) => subject.state))];
  await tx.$executeRaw`SELECT set_config('market.procedure', ${tableName}, true)`;
  const changed = await tx.$executeRaw`
    UPDATE ${table} SET state = ${to}
    WHERE id = ANY(${ids}::uuid[]) AND state = ANY(${from}::text[])`;
  await tx.$executeRaw`SELECT set_config('market.procedure', '', true)`;
  if (changed !== subjects.length) throw new DomainError("wrong_state", { status: 409 });
}
