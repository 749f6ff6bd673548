import { expect, it } from "vitest";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Conduct, MoveInput } from "~/domain/shared/procedure/conduct";
import type { Db } from "~/platform/db.server";

const IS_FULL = process.env.FULL === "1";

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
  /**
   * A new subject in a state, belonging to the actors just made: for a move that must succeed, or (null)
   * for all those that must be refused and so leave it as it is.
   */
  make: (state: St, move: M | null) => Promise<string>;
  /** What goes with a move, so that its conditions are met. */
  input?: (move: M) => MoveInput;
};

/**
 * Tries every move with every kind of actor, and those that an actor may make in every state, and expects
 * exactly what the procedure's table says: the move with its evidence, or a refusal that leaves the state
 * as it was. With FULL=1 every move is tried in every state by everybody.
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
      const attempt = (id: string, move: M) =>
        advance(walk.db(), walk.conduct, id, move, found.actor, walk.input?.(move) ?? {}).then(
          () => "moved",
          (error: unknown) => (error instanceof DomainError ? error.code : error),
        );
      const stateOf = async (id: string) => (await walk.conduct.load(walk.db(), [id]))[0]?.state;
      const recorded = (subjectId: string) =>
        walk.db().procedureMove.findMany({
          where: { procedure: procedure.name, subjectId },
          select: { move: true, toState: true },
          orderBy: { id: "asc" },
        });
      for (const state of procedure.states) {
        const isBy = (move: M) =>
          procedure.moves[move].by.some((relation) => found.relations.includes(relation));
        const isOpen = (move: M) => procedure.moves[move].from.some((from) => from === state);
        // Who may not make a move is tried where it is open: elsewhere both reasons would refuse it.
        const refused = moves.filter((move) =>
          isBy(move) ? !isOpen(move) : isOpen(move) || IS_FULL,
        );
        if (refused.length > 0) {
          const id = await walk.make(state, null);
          const before = await recorded(id);
          for (const move of refused) {
            const expected = isBy(move) ? "wrong_state" : "wrong_actor";
            expect(await attempt(id, move), `${move} in ${state} by ${walker}`).toBe(expected);
          }
          expect(await stateOf(id), `${state} after refusals to ${walker}`).toBe(state);
          expect(await recorded(id), `${state} after refusals to ${walker}`).toEqual(before);
        }
        for (const move of moves.filter((one) => isBy(one) && isOpen(one))) {
          const what = `${move} in ${state} by ${walker}`;
          const id = await walk.make(state, move);
          const before = (await recorded(id)).length;
          const { to } = procedure.moves[move];
          expect(await attempt(id, move), what).toBe("moved");
          expect(await stateOf(id), what).toBe(to);
          expect((await recorded(id)).slice(before), what).toEqual([{ move, toState: to }]);
        }
      }
    });
  }
}
