import { appendAudit } from "~/domain/audit/append-audit.server";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { introductionHref, PARTICIPANT_LEVEL } from "./introduction-conduct.server";
import { introductionProcedure } from "./introduction-procedure";
import type { IntroductionInput } from "./introduction-schema";
import { findPairListing, isOpen } from "./pair-listings.server";
import { recountInterest } from "./recount-interest.server";
import { writeRequestText } from "./request-text-rules";
import { isUniqueViolation } from "./unique-violation.server";

const DAY_MS = 86_400_000;

/**
 * Asks the owner of a published listing for an introduction, in the name of the organisation that
 * the actor acts for, with or without one of its own published listings. Starts the reply clock and
 * tells the owner.
 * @throws DomainError "introduction_no_organisation", "introduction_unverified",
 * "introduction_real_name", "introduction_own_listing", "listing_not_open" (409),
 * "introduction_listing_choice", "introduction_open_exists" (409), "introduction_daily_max" (429)
 * @returns id of the request
 */
export async function requestIntroduction(
  input: IntroductionInput,
  actor: UserActor,
  db: Db,
): Promise<string> {
  const membership = membershipOf(actor, actor.organisationId);
  if (!membership) throw new DomainError("introduction_no_organisation", { status: 403 });
  const { organisationId } = membership;
  assertCan(actor, "introduction.request", { organisationId });
  if (!membership.isVerified) throw new DomainError("introduction_unverified", { status: 403 });
  if (actor.realNameLevel < PARTICIPANT_LEVEL) {
    throw new DomainError("introduction_real_name", { status: 403 });
  }
  const id = newId();
  try {
    await inTransaction(db, (tx) => createRequest(tx, id, input, organisationId, actor));
  } catch (error) {
    // Two at once: the partial unique index lets one in.
    if (isUniqueViolation(error))
      throw new DomainError("introduction_open_exists", { status: 409 });
    throw error;
  }
  return id;
}

async function createRequest(
  tx: Tx,
  id: string,
  input: IntroductionInput,
  organisationId: string,
  actor: UserActor,
): Promise<void> {
  const target = await findPairListing(tx, input.targetKind, input.targetId);
  if (!target || !isOpen(target)) throw new DomainError("listing_not_open", { status: 409 });
  if (membershipOf(actor, target.organisationId)) {
    throw new DomainError("introduction_own_listing", { status: 422 });
  }
  const own = input.ownListingId
    ? await findPairListing(tx, otherKind(input.targetKind), input.ownListingId)
    : null;
  if (input.ownListingId && (!own || !isOpen(own) || own.organisationId !== organisationId)) {
    throw new DomainError("introduction_listing_choice", { field: "ownListingId" });
  }
  await assertDailyLimit(tx, organisationId);

  const now = clock.now();
  const [achievementId, needId] =
    input.targetKind === "achievement" ? [target.id, own?.id] : [own?.id, target.id];
  await tx.introduction.create({
    data: {
      id,
      achievementId: achievementId ?? null,
      needId: needId ?? null,
      fromOrganisationId: organisationId,
      toOrganisationId: target.organisationId,
      requestedById: actor.userId,
      message: writeRequestText(input),
      createdAt: now,
    },
  });
  const initial = introductionProcedure.initial;
  await moveClocks(tx, introductionProcedure, [{ id, state: initial }], "request", initial, now);
  const reply = await tx.procedureClock.findFirstOrThrow({
    where: { procedure: introductionProcedure.name, subjectId: id, clock: "reply" },
    select: { dueAt: true },
  });
  await tx.introduction.update({ where: { id }, data: { replyDueAt: reply.dueAt } });
  await recountInterest(tx, input.targetKind, target.id);

  const notice = {
    userIds: await listPublisherIds(tx, target.organisationId),
    href: introductionHref(id),
    dedupeKey: `introduction:${id}:requested`,
  };
  const { title } = target;
  if (own?.isBlinded) {
    await notify(tx, { ...notice, kind: "introductionRequestedBlinded", params: { title } });
  } else {
    const organisation = membershipOf(actor, organisationId)?.organisationName ?? "";
    await notify(tx, { ...notice, kind: "introductionRequested", params: { organisation, title } });
  }
  await appendAudit(tx, actor, {
    action: "introduction.request",
    subjectType: "Introduction",
    subjectId: id,
    detail: { achievementId: achievementId ?? null, needId: needId ?? null },
  });
}

function otherKind(kind: ListingKind): ListingKind {
  return kind === "achievement" ? "need" : "achievement";
}

/** The organisation's row is locked, so that requests made at once are counted one after another. */
async function assertDailyLimit(tx: Tx, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  const max = await getPolicyNumber(tx, "market.introduction.daily_max");
  const endOfToday = endOfDate(calendarDate(clock.now()));
  const asked = await tx.introduction.count({
    where: {
      fromOrganisationId: organisationId,
      createdAt: { gte: new Date(endOfToday.getTime() - DAY_MS) },
    },
  });
  if (asked >= max)
    throw new DomainError("introduction_daily_max", { params: { max }, status: 429 });
}
