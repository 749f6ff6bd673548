/**
 * A procedure is data: the states of a subject, the moves between them, who may make each move,
 * the conditions that must be met and the deadlines that run. This file holds no behaviour but the
 * answer to "is this move open from here for this relation?", so that pages, diagrams and tests
 * read the same table as the kernel.
 */
export type MoveDefinition<S extends string, R extends string, C extends string> = {
  from: readonly S[];
  to: S;
  /** Relations of the actor to the subject, any one of which may make the move. */
  by: readonly R[];
  /** Conditions that are checked, in this order, after state and relation. */
  conditions?: readonly C[];
  /** The move needs a written reason. */
  needsNote?: boolean;
};

export type ClockUnit = "DAY" | "WORKDAY" | "MONTH";

export type ClockDefinition<S extends string, M extends string> = {
  /** The clock starts on entering one of these states and stops on leaving them all. */
  runsIn: readonly S[];
  /** The clock stands still in these states and goes on afterwards. */
  suspendedIn?: readonly S[];
  /** Moves after which the clock starts anew although it is running. */
  restartsOn?: readonly M[];
  /** Months are the market's own periods and are not rolled over holidays; days are. */
  unit: ClockUnit;
  /** Key of the dated policy parameter that holds the length. */
  parameter: string;
  /** The move that the market makes when the time is up; null only reminds. */
  fires: M | null;
};

export type Procedure<
  S extends string = string,
  M extends string = string,
  R extends string = string,
  C extends string = string,
  K extends string = string,
> = {
  name: string;
  /** Changes whenever a rule in the table changes; kept with the evidence of each move. */
  version: string;
  initial: S;
  states: readonly S[];
  relations: readonly R[];
  moves: Record<M, MoveDefinition<S, R, C>>;
  clocks: Record<K, ClockDefinition<S, NoInfer<M>>>;
};

/** Keeps the literal types of states, moves, relations, conditions and clocks. */
export function defineProcedure<
  const S extends string,
  const M extends string,
  const R extends string,
  const C extends string,
  const K extends string,
>(procedure: Procedure<S, M, R, C, K>): Procedure<S, M, R, C, K> {
  return procedure;
}

export type MoveRefusal = "wrong_state" | "wrong_actor";

/** Why a move is not open, or null when state and relation allow it (conditions aside). */
export function refusalOf<S extends string, M extends string, R extends string>(
  procedure: Procedure<S, M, R>,
  state: string,
  relations: ReadonlySet<R>,
  move: M,
): MoveRefusal | null {
  const definition = procedure.moves[move];
  if (!definition.by.some((relation) => relations.has(relation))) return "wrong_actor";
  if (!definition.from.some((from) => from === state)) return "wrong_state";
  return null;
}

/** The moves that state and relation leave open, in the order of the table. */
export function openMoves<S extends string, M extends string, R extends string>(
  procedure: Procedure<S, M, R>,
  state: string,
  relations: ReadonlySet<R>,
): M[] {
  const moves = Object.keys(procedure.moves) as M[];
  return moves.filter((move) => refusalOf(procedure, state, relations, move) === null);
}
