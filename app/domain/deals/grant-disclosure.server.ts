import { appendAudit } from "~/domain/audit/append-audit.server";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";
import type { GrantInput } from "./disclosure-schema";
import { findOwnListing, type Grantable, grantablesOf } from "./grantable-queries.server";
import { listSpeakers } from "./people-queries.server";
import { recordDealEvent } from "./record-deal-event.server";

/**
 * A side opens sections and files of its own listing to people in the room who are not its own, with
 * an end or without. They read them after accepting the non-disclosure undertaking. Opening the same
 * again replaces the earlier grant.
 * @throws DomainError "not_found", "forbidden" (403), "deal_not_open" (409), "deal_not_grantable",
 * "deal_grantee", "deal_expiry_past"
 */
export async function grantDisclosure(
  dealId: string,
  input: GrantInput,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await getDealSpeaker(tx, dealId, actor, null);
    const { deal, side, organisationId } = access;
    if (!side) throw new DomainError("forbidden", { status: 403 });
    await lockDeal(tx, dealId);
    if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
    const now = clock.now();
    if (input.until && input.until <= calendarDate(now)) {
      throw new DomainError("deal_expiry_past", { field: "until" });
    }
    const listing = await findOwnListing(tx, deal, side);
    const offered = new Map((listing ? grantablesOf(listing) : []).map((one) => [one.value, one]));
    const things = [...new Set(input.things)].map((value) => {
      const found = offered.get(value);
      if (!found) throw new DomainError("deal_not_grantable", { field: "things" });
      return found;
    });
    const userIds = [...new Set(input.userIds)];
    await assertGrantees(tx, dealId, userIds, side);
    const expiresAt = input.until ? endOfDate(input.until) : null;
    for (const thing of things) await replace(tx, { dealId, thing, userIds, expiresAt, actor });

    const params = { people: userIds.length, things: things.length };
    const author = { userId: actor.userId, organisationId };
    await recordDealEvent(tx, dealId, { code: "disclosed", params }, author);
    const owner = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId ?? "" },
      select: { legalName: true },
    });
    await notify(tx, {
      userIds,
      kind: "dealDisclosed",
      params: { organisation: owner.legalName, title: deal.title },
      href: dealHref(dealId, "disclosure"),
    });
    await appendAudit(tx, actor, {
      action: "deal.disclose",
      subjectType: "Deal",
      subjectId: dealId,
      detail: {
        things: things.map((one) => `${one.kind}:${one.value}`),
        userIds,
        until: input.until,
      },
    });
  });
}

async function assertGrantees(
  tx: Tx,
  dealId: string,
  userIds: readonly string[],
  side: string,
): Promise<void> {
  const there = await listDealUserIds(tx, dealId);
  const ours = (await listSpeakers(tx, dealId))
    .filter((one) => one.role === side)
    .map((one) => one.userId);
  if (userIds.some((id) => !there.includes(id) || ours.includes(id))) {
    throw new DomainError("deal_grantee", { field: "userIds" });
  }
}

async function replace(
  tx: Tx,
  input: {
    dealId: string;
    thing: Grantable;
    userIds: readonly string[];
    expiresAt: Date | null;
    actor: UserActor;
  },
): Promise<void> {
  const { dealId, thing, userIds, expiresAt, actor } = input;
  const now = clock.now();
  const what = {
    dealId,
    listingId: thing.listingId,
    section: thing.section,
    fileId: thing.file?.id ?? null,
  };
  await tx.disclosureGrant.updateMany({
    where: { ...what, granteeId: { in: [...userIds] }, revokedAt: null },
    data: { revokedAt: now, revokedById: actor.userId },
  });
  await tx.disclosureGrant.createMany({
    data: userIds.map((granteeId) => ({
      id: newId(),
      ...what,
      listingKind: KIND[thing.kind].databaseKind,
      granteeId,
      grantedById: actor.userId,
      createdAt: now,
      expiresAt,
    })),
  });
}
