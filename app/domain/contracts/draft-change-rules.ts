import { type ContractClause, type DraftChange, MAX_CLAUSES } from "./contract-clause-schema";

export type ChangeRefusal = "not_found" | "nothing_changed" | "contract_too_many_clauses";
export type ChangeResult =
  | { clauses: ContractClause[]; refusal: null }
  | { clauses: null; refusal: ChangeRefusal };

const refused = (refusal: ChangeRefusal): ChangeResult => ({ clauses: null, refusal });

/**
 * The clauses after one change.
 * @param template what the template says now: tells edited clauses and restores them
 * @param newKey key for an added clause
 */
export function changeClauses(
  clauses: readonly ContractClause[],
  change: DraftChange,
  template: readonly ContractClause[],
  newKey: string,
): ChangeResult {
  const key = change.intent === "add" ? change.after : change.key;
  const at = clauses.findIndex((one) => one.key === key);
  const old = clauses[at];
  const original = template.find((one) => one.key === key);
  if (change.intent === "restore" && !old && original) {
    return { clauses: putBack(clauses, original, template), refusal: null };
  }
  if (!old) return refused("not_found");
  const rest = clauses.filter((one) => one.key !== key);
  switch (change.intent) {
    case "edit": {
      const { heading, body } = change;
      if (heading === old.heading && body === old.body) return refused("nothing_changed");
      const isEdited = !original || original.heading !== heading || original.body !== body;
      return { clauses: clauses.with(at, { key, heading, body, isEdited }), refusal: null };
    }
    case "restore": {
      if (!original) return refused("not_found");
      if (original.heading === old.heading && original.body === old.body) {
        return refused("nothing_changed");
      }
      return { clauses: clauses.with(at, original), refusal: null };
    }
    case "add": {
      if (clauses.length >= MAX_CLAUSES) return refused("contract_too_many_clauses");
      const { heading, body } = change;
      const added = { key: newKey, heading, body, isEdited: true };
      return { clauses: clauses.toSpliced(at + 1, 0, added), refusal: null };
    }
    case "remove":
      return rest.length === 0 ? refused("nothing_changed") : { clauses: rest, refusal: null };
    default: {
      const to = change.intent === "up" ? at - 1 : at + 1;
      if (to < 0 || to >= clauses.length) return refused("nothing_changed");
      return { clauses: rest.toSpliced(to, 0, old), refusal: null };
    }
  }
}

/** A clause of the template at its place: after the nearest of its predecessors that is still there. */
function putBack(
  clauses: readonly ContractClause[],
  original: ContractClause,
  template: readonly ContractClause[],
): ContractClause[] {
  const place = template.findIndex((one) => one.key === original.key);
  const before = template.slice(0, place).findLast((one) => clauses.some((c) => c.key === one.key));
  const at = before ? clauses.findIndex((one) => one.key === before.key) + 1 : 0;
  return clauses.toSpliced(at, 0, original);
}

/**
 * A text brought to new terms: clauses that nobody edited say what the template now says, edited and
 * own clauses stay as they are, clauses that a side took out stay out.
 */
export function rebaseClauses(
  clauses: readonly ContractClause[],
  oldTemplate: readonly ContractClause[],
  newTemplate: readonly ContractClause[],
): ContractClause[] {
  const fresh = new Map(newTemplate.map((one) => [one.key, one]));
  const wasThere = new Set(oldTemplate.map((one) => one.key));
  const kept = clauses.flatMap((one) => {
    const now = fresh.get(one.key);
    if (one.isEdited) {
      const isEdited = now?.heading !== one.heading || now.body !== one.body;
      return [{ ...one, isEdited }];
    }
    return now ? [now] : [];
  });
  let result: ContractClause[] = kept;
  for (const one of newTemplate) {
    const isNew = !wasThere.has(one.key) && !result.some((clause) => clause.key === one.key);
    if (isNew) result = putBack(result, one, newTemplate);
  }
  return result;
}
