import { expect, it } from "vitest";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Conduct, MoveInput } from "~/domain/shared/procedure/conduct";
import type { Db } from "~/platform/db.server";

/** One kind of actor and the relations that it must turn out to have; none for a stranger. */
export type Walker<R extends string> = { name: string; actor: Actor; relations: readonly R[] };

type Walk<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
> = {
  conduct: Conduct<S, St, M, R, C, K>;
  db: () => Db;
  /** Names of the actors, known before the tests run. */
  walkers: readonly string[];
  /** The actors, made inside the test's database. */
  actors: () => Promise<readonly Walker<R>[]>;
  /** A new subject in a state, belonging to the actors just made. */
  make: (state: St) => Promise<string>;
  /** What goes with a move, so that its conditions are met. */
  input?: (move: M) => MoveInput;
};

/**
 * Tries every move in every state with every kind of actor, and expects exactly what the procedure's
 * table says: the move with its evidence, or a refusal that leaves the state as it was.
 */
export function walkProcedure<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
>(walk: Walk<S, St, M, R, C, K>): void {
  const { procedure } = walk.conduct;
  const moves = Object.keys(procedure.moves) as M[];
  for (const walker of walk.walkers) {
    it(`${procedure.name}: every move by ${walker}`, async () => {
      const found = (await walk.actors()).find((one) => one.name === walker);
      if (!found) throw new Error(`no actor ${walker}`);
      for (const state of procedure.states) {
        for (const move of moves) {
          const definition = procedure.moves[move];
          const id = await walk.make(state);
          const isAllowed = definition.by.some((relation) => found.relations.includes(relation));
          const isOpen = definition.from.some((from) => from === state);
          const what = `${move} in ${state} by ${walker}`;
          const attempt = advance(
            walk.db(),
            walk.conduct,
            id,
            move,
            found.actor,
            walk.input?.(move) ?? {},
          );
          const outcome = await attempt.then(
            () => "moved",
            (error: unknown) => (error instanceof DomainError ? error.code : error),
          );
          const expected = !isAllowed ? "wrong_actor" : !isOpen ? "wrong_state" : "moved";
          expect(outcome, what).toBe(expected);
          const [after] = await walk.conduct.load(walk.db(), [id]);
          expect(after?.state, what).toBe(expected === "moved" ? definition.to : state);
          const recorded = await walk.db().procedureMove.count({
            where: { procedure: procedure.name, subjectId: id, move, toState: definition.to },
          });
          expect(recorded, what).toBe(expected === "moved" ? 1 : 0);
        }
      }
    });
  }
}
