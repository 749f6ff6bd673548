/** What a person can be asked to do, in the order of importance when nothing is urgent. */
export const TODO_KINDS = [
  "organisationMissing",
  "organisationReturned",
  "organisationUnsubmitted",
  "organisationRecheck",
  "introductionAnswer",
  "introductionMessage",
  "contractSignature",
  "dealInvitation",
  "dealStep",
  "listingReturned",
  "listingCheck",
  "listingExpiring",
  "listingExpired",
  "realNameReturned",
  "importFailed",
  "importMapping",
  "importChecked",
  "changeUnpublished",
  "draft",
  "more",
  "matches",
  "firstListing",
  "importFinished",
  "notifications",
] as const;

export type TodoKind = (typeof TODO_KINDS)[number];

export type Todo = {
  /** Unique on the page. */
  id: string;
  kind: TodoKind;
  /** Name of the thing: a listing's title, an organisation, a file. */
  subject?: string;
  listingKind?: "achievement" | "need";
  /** How many things the entry stands for, how many rows or messages it has; of "more", the rest. */
  count?: number;
  /** Completeness of a draft, 0–100, and how many required parts are missing. */
  score?: number;
  missing?: number;
  dueAt: Date | null;
  /** The exact place where it is done. */
  href: string;
};

const URGENT_MS = 2 * 86_400_000;

/** Overdue or due within two days. */
export function isUrgent(todo: Pick<Todo, "dueAt">, now: Date): boolean {
  return todo.dueAt !== null && todo.dueAt.getTime() - now.getTime() <= URGENT_MS;
}

/** The most useful next step first: what is about to be too late, then by kind, then by due date. */
export function rankTodos(todos: readonly Todo[], now: Date): Todo[] {
  const weight = (todo: Todo) => TODO_KINDS.indexOf(todo.kind);
  const due = (todo: Todo) => todo.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...todos].sort((a, b) => {
    const urgentA = isUrgent(a, now);
    if (urgentA !== isUrgent(b, now)) return urgentA ? -1 : 1;
    if (urgentA) return due(a) - due(b) || weight(a) - weight(b);
    return weight(a) - weight(b) || due(a) - due(b);
  });
}
