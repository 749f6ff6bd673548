import { listDueSignatures } from "~/domain/contracts/due-signature-queries.server";
import {
  listDeals,
  listInvitations,
  RUNNING_STATES,
} from "~/domain/deals/deal-list-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { readDueDates } from "./clock-queries.server";
import {
  dealTodos,
  importTodos,
  introductionTodos,
  listingEntries,
  type Waiting,
} from "./desk-entries";
import {
  listAwaitingAnswer,
  listUnanswered,
  listUnreadConversations,
} from "./desk-introductions-queries.server";
import { listDeskListings } from "./desk-listings-queries.server";
import { rankTodos, type Todo, type TodoKind } from "./desk-todo-rules";
import { readDraftQuality } from "./draft-quality.server";
import { readOwnFigures } from "./own-figures-queries.server";

/** Deal rooms looked through for a step that is the person's own. */
const MAX_ROOMS = 20;
const WEEK_MS = 7 * 86_400_000;
const MATCH_KINDS = ["matchFound", "matchMutual"];

/**
 * The first page after sign-in: what this person should do now for the organisation acted for, what
 * others are working on, and what the organisation's listings bring. A fixed number of reads.
 */
export async function readDesk(actor: UserActor, db: Db) {
  const now = clock.now();
  const { organisationId } = actor;
  const rooms = { states: RUNNING_STATES, skip: 0, take: MAX_ROOMS };
  const [personal, signatures, deals, invitations, organisation] = await Promise.all([
    personalTodos(actor, db),
    signatureTodos(actor, db),
    listDeals(rooms, actor, db),
    listInvitations(actor, db),
    organisationId ? organisationDesk(actor, organisationId, db, now) : null,
  ]);
  const missing: Todo = {
    id: "organisation",
    kind: "organisationMissing",
    dueAt: null,
    href: "/desk/organisation",
  };
  return {
    asOf: now,
    todos: rankTodos(
      [
        ...personal,
        ...signatures,
        // A room's step that is this person's signature stands in the list already.
        ...dealTodos(deals.items, invitations).filter(
          (todo) => !signatures.some((one) => one.href === todo.href),
        ),
        ...(organisation?.todos ?? [missing]),
      ],
      now,
    ),
    waiting: organisation?.waiting ?? [],
    figures: organisation?.figures ?? null,
  };
}

async function personalTodos(actor: UserActor, db: Db): Promise<Todo[]> {
  const { userId } = actor;
  const [matches, others, realName] = await Promise.all([
    db.notification.count({ where: { userId, readAt: null, kind: { in: MATCH_KINDS } } }),
    db.notification.count({ where: { userId, readAt: null, kind: { notIn: MATCH_KINDS } } }),
    db.realNameApplication.findFirst({
      where: { userId },
      orderBy: { createdAt: "desc" },
      select: { state: true },
    }),
  ]);
  const todos: Todo[] = [];
  const add = (kind: TodoKind, href: string, count = 0) =>
    todos.push({ id: kind, kind, href, dueAt: null, count });
  if (matches > 0) add("matches", "/desk/matches", matches);
  if (others > 0) add("notifications", "/desk/notifications", others);
  if (realName?.state === "RETURNED") add("realNameReturned", "/desk/account/real-name");
  return todos;
}

/** Contracts that wait for this person's signature; a signer need not be in the deal room. */
async function signatureTodos(actor: UserActor, db: Db): Promise<Todo[]> {
  const due = await listDueSignatures(db, actor.userId);
  const dates = await readDueDates(
    db,
    "contract",
    due.map((one) => one.contractId),
  );
  return due.map(({ contractId, title }) => ({
    id: `signature-${contractId}`,
    kind: "contractSignature",
    subject: title,
    dueAt: dates.get(contractId) ?? null,
    href: `/desk/contracts/${contractId}/sign`,
  }));
}

async function organisationDesk(actor: UserActor, organisationId: string, db: Db, now: Date) {
  const canPublish = can(actor, "listing.edit", { organisationId });
  const canCheck = can(actor, "listing.check", { organisationId });
  const canAnswer = can(actor, "introduction.answer", { organisationId });
  const weekAgo = new Date(now.getTime() - WEEK_MS);
  const [standing, listings, unanswered, awaiting, unread, runs, figures] = await Promise.all([
    organisationStanding(actor, organisationId, db),
    listDeskListings(db, organisationId, actor.userId, now),
    canAnswer ? listUnanswered(db, organisationId) : [],
    listAwaitingAnswer(db, organisationId),
    listUnreadConversations(db, organisationId, actor.userId),
    db.importRun.findMany({
      where: {
        organisationId,
        startedById: actor.userId,
        OR: [
          { state: { in: ["MAPPING", "FAILED"] }, createdAt: { gte: weekAgo } },
          { state: "FINISHED", finishedAt: { gte: weekAgo } },
        ],
      },
      orderBy: { createdAt: "desc" },
      take: 3,
      select: { id: true, fileName: true, state: true, isDryRun: true, rejected: true },
    }),
    readOwnFigures(db, organisationId, now),
  ]);
  const inProcedure = listings.filter((one) =>
    ["ORG_CHECK", "MARKET_REVIEW", "CORRECTION"].includes(one.bucket),
  );
  const drafts = listings.filter((one) => one.bucket === "DRAFT");
  const [dueDates, quality] = await Promise.all([
    readDueDates(
      db,
      "listing",
      inProcedure.map((one) => one.id),
    ),
    readDraftQuality(db, drafts, now),
  ]);
  const ofListings = listingEntries(listings, { canPublish, canCheck }, dueDates, quality);
  const todos = [
    ...standing.todos,
    ...ofListings.todos,
    ...introductionTodos("introductionAnswer", unanswered),
    ...introductionTodos("introductionMessage", unread),
    ...importTodos(runs),
  ];
  const isVerified = membershipOf(actor, organisationId)?.isVerified ?? false;
  if (canPublish && isVerified && listings.length === 0 && figures.published === 0) {
    todos.push({
      id: "firstListing",
      kind: "firstListing",
      dueAt: null,
      href: "/desk/achievements/new",
    });
  }
  const introductions = awaiting.map(
    (one): Waiting => ({
      id: one.id,
      kind: "introduction",
      subject: one.title,
      dueAt: one.dueAt,
      href: `/desk/introductions/${one.id}`,
    }),
  );
  return {
    todos,
    waiting: [...standing.waiting, ...ofListings.waiting, ...introductions],
    figures,
  };
}

/** Where the organisation stands in its verification, as a task or as something to wait for. */
async function organisationStanding(actor: UserActor, organisationId: string, db: Db) {
  const [organisation, dueDates] = await Promise.all([
    db.organisation.findUnique({
      where: { id: organisationId },
      select: { state: true, legalName: true },
    }),
    readDueDates(db, "organisation-verification", [organisationId]),
  ]);
  const todos: Todo[] = [];
  const waiting: Waiting[] = [];
  const subject = organisation?.legalName ?? "";
  const href = "/desk/organisation";
  const dueAt = dueDates.get(organisationId) ?? null;
  const add = (kind: TodoKind, clockDueAt: Date | null = null) =>
    todos.push({ id: "organisation", kind, subject, dueAt: clockDueAt, href });
  if (organisation?.state === "SUBMITTED") {
    waiting.push({ id: organisationId, kind: "organisationReview", subject, dueAt, href });
  }
  if (can(actor, "organisation.submit", { organisationId })) {
    if (organisation?.state === "UNVERIFIED") add("organisationUnsubmitted");
    if (organisation?.state === "RETURNED") add("organisationReturned");
    if (organisation?.state === "RECHECK") add("organisationRecheck", dueAt);
  }
  return { todos, waiting };
}
