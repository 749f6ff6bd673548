import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { DealInvitation, DealItem } from "~/domain/deals/deal-view";
import { DEAL_STEPS } from "~/domain/deals/next-step-rules";
import type { DeskIntroduction } from "./desk-introductions-queries.server";
import type { DeskBucket, DeskListing } from "./desk-listings-queries.server";
import type { Todo, TodoKind } from "./desk-todo-rules";

/** What others have to do before the person can go on. */
export type Waiting = {
  id: string;
  kind: "organisationReview" | "listingReview" | "listingCheck" | "introduction";
  subject: string;
  dueAt: Date | null;
  href: string;
};

export type DeskRights = { canPublish: boolean; canCheck: boolean };

function taskOf(bucket: DeskBucket, rights: DeskRights): TodoKind | null {
  if (bucket === "DRAFT") return "draft";
  if (bucket === "ORG_CHECK") return rights.canCheck ? "listingCheck" : null;
  if (!rights.canPublish) return null;
  const tasks: Partial<Record<DeskBucket, TodoKind>> = {
    CORRECTION: "listingReturned",
    EXPIRING: "listingExpiring",
    EXPIRED: "listingExpired",
    CHANGE: "changeUnpublished",
  };
  return tasks[bucket] ?? null;
}

/** A draft and an open change go on in the form; everything else is decided on the listing's page. */
function hrefOf(one: DeskListing): string {
  const page = `/desk/${KIND[one.kind].segment}/${one.id}`;
  return one.bucket === "DRAFT" || one.bucket === "CHANGE" ? `${page}/edit` : page;
}

/** Listings as tasks of this person or as something that others are working on. */
export function listingEntries(
  listings: readonly DeskListing[],
  rights: DeskRights,
  dueDates: ReadonlyMap<string, Date>,
  quality: ReadonlyMap<string, { score: number; missing: number }>,
): { todos: Todo[]; waiting: Waiting[] } {
  const todos: Todo[] = [];
  const waiting: Waiting[] = [];
  const shown = new Map<string, number>();
  for (const one of listings) {
    const kind = taskOf(one.bucket, rights);
    const clockDueAt = dueDates.get(one.id) ?? null;
    if (kind) {
      const key = `${one.kind}-${one.bucket}`;
      shown.set(key, (shown.get(key) ?? 0) + 1);
      todos.push({
        id: one.id,
        kind,
        subject: one.title,
        listingKind: one.kind,
        dueAt: kind === "listingExpiring" ? one.expiresAt : clockDueAt,
        href: hrefOf(one),
        ...quality.get(one.id),
      });
      const rest = one.total - (shown.get(key) ?? 0);
      const isLast =
        listings.filter((other) => `${other.kind}-${other.bucket}` === key).at(-1) === one;
      if (isLast && rest > 0) {
        todos.push({
          id: `more-${key}`,
          kind: "more",
          listingKind: one.kind,
          count: rest,
          dueAt: null,
          href: `/desk/${KIND[one.kind].segment}`,
        });
      }
    } else if (one.bucket === "MARKET_REVIEW" || one.bucket === "ORG_CHECK") {
      waiting.push({
        id: one.id,
        kind: one.bucket === "ORG_CHECK" ? "listingCheck" : "listingReview",
        subject: one.title,
        dueAt: clockDueAt,
        href: hrefOf(one),
      });
    }
  }
  return { todos, waiting };
}

export function introductionTodos(
  kind: "introductionAnswer" | "introductionMessage",
  items: readonly DeskIntroduction[],
): Todo[] {
  return items.map((one) => ({
    id: `${kind}-${one.id}`,
    kind,
    subject: one.title,
    count: one.unread,
    dueAt: one.dueAt,
    href: `/desk/introductions/${one.id}`,
  }));
}

/** Rooms where the next step is the person's own, and open invitations into rooms. */
export function dealTodos(
  deals: readonly DealItem[],
  invitations: readonly DealInvitation[],
): Todo[] {
  return [
    ...invitations.map(
      (one): Todo => ({
        id: `invitation-${one.dealId}`,
        kind: "dealInvitation",
        subject: one.title,
        dueAt: null,
        href: "/desk/deals",
      }),
    ),
    ...deals
      .filter((one) => DEAL_STEPS[one.step].turn === "us")
      .map(
        (one): Todo => ({
          id: `deal-${one.id}`,
          kind: "dealStep",
          subject: one.title,
          dueAt: null,
          href: one.stepHref,
        }),
      ),
  ];
}

type Run = { id: string; fileName: string; state: string; isDryRun: boolean; rejected: number };

/** Import runs that wait for the person; a run that took in every row is no task. */
export function importTodos(runs: readonly Run[]): Todo[] {
  return runs.flatMap((run): Todo[] => {
    const kind = importTask(run);
    if (!kind) return [];
    return [
      {
        id: run.id,
        kind,
        subject: run.fileName,
        count: run.rejected,
        dueAt: null,
        href: `/desk/imports/${run.id}`,
      },
    ];
  });
}

function importTask(run: Run): TodoKind | null {
  if (run.state === "MAPPING") return "importMapping";
  if (run.state === "FAILED") return "importFailed";
  if (run.isDryRun) return "importChecked";
  return run.rejected > 0 ? "importFinished" : null;
}
