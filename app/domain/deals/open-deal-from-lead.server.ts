import { appendAudit } from "~/domain/audit/append-audit.server";
import { recordBrokerDeal } from "~/domain/brokers/record-broker-deal.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { dealProcedure } from "./deal-procedure";
import type { DealSide } from "./deal-role-rules";
import { recordDealEvent } from "./record-deal-event.server";

/** Lowest real-name level that may open a room; signing asks for more. */
const OPENER_LEVEL = 1;
/** Publishers who are taken in for a side whose own person is not there any more. */
const MAX_STAND_INS = 3;
const RUNNING = { state: { in: ["OPEN", "PAUSED", "DISPUTED", "AGREED"] } };
/** Rooms of talks: those of a lot, tender, challenge or licence have an object of their own. */
const TALKS = { origin: { in: ["INTRODUCTION", "INTEREST", "ROADSHOW"] } };

export type LeadMatter = {
  roadshowLeadId: string;
  /** Leads of other people of the same two sides about the same project. */
  siblingLeadIds: readonly string[];
  title: string;
  /** Each side with its person at the event, if that person has an account. */
  supply: { organisationId: string; userId: string | null };
  demand: { organisationId: string; userId: string | null };
  achievementId: string | null;
  needId: string | null;
};

/**
 * The deal room of a lead from a roadshow, opened by somebody of one of its sides. The same lead gives
 * the same room; a running room of the same two sides about the same project or listing is used as it is.
 * @throws DomainError "forbidden", "introduction_real_name" (403), "deal_both_sides" (409)
 * @returns id of the room
 */
export async function openDealFromLead(
  matter: LeadMatter,
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  const mine = (["supply", "demand"] as const).filter((side) =>
    can(actor, "deal.open", { organisationId: matter[side].organisationId }),
  );
  const [own] = mine;
  if (!own) throw new DomainError("forbidden", { status: 403 });
  if (mine.length > 1) throw new DomainError("deal_both_sides", { status: 409 });
  return inTransaction(db, async (tx) => {
    const known = await findRoom(tx, matter);
    if (known) return known;
    if (actor.realNameLevel < OPENER_LEVEL) {
      throw new DomainError("introduction_real_name", { status: 403 });
    }
    return create(tx, matter, own === "supply" ? "SUPPLY" : "DEMAND", actor);
  });
}

async function findRoom(tx: Tx, matter: LeadMatter): Promise<string | null> {
  const { roadshowLeadId, siblingLeadIds, achievementId, needId, supply, demand } = matter;
  const sides = {
    supplyOrganisationId: supply.organisationId,
    demandOrganisationId: demand.organisationId,
  };
  const hasListing = achievementId !== null || needId !== null;
  const found = await tx.deal.findMany({
    where: {
      OR: [
        { roadshowLeadId },
        { ...sides, ...RUNNING, roadshowLeadId: { in: [...siblingLeadIds] } },
        ...(hasListing ? [{ ...sides, ...RUNNING, ...TALKS, achievementId, needId }] : []),
      ],
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, roadshowLeadId: true },
  });
  const own = found.find((one) => one.roadshowLeadId === roadshowLeadId);
  return (own ?? found[0])?.id ?? null;
}

async function create(tx: Tx, matter: LeadMatter, side: DealSide, actor: UserActor) {
  const id = newId();
  const now = clock.now();
  const { roadshowLeadId, title, supply, demand, achievementId, needId } = matter;
  const organisationOf = { SUPPLY: supply.organisationId, DEMAND: demand.organisationId };
  await tx.deal.create({
    data: {
      id,
      title,
      origin: "ROADSHOW",
      roadshowLeadId,
      achievementId,
      needId,
      supplyOrganisationId: supply.organisationId,
      demandOrganisationId: demand.organisationId,
      openedById: actor.userId,
      createdAt: now,
    },
  });
  const { initial } = dealProcedure;
  await moveClocks(tx, dealProcedure, [{ id, state: initial }], "open", initial, now);
  const people = new Map<string, DealSide>([[actor.userId, side]]);
  for (const one of ["SUPPLY", "DEMAND"] as const) {
    const part = one === "SUPPLY" ? supply : demand;
    // Nobody is in the room twice: a person of one side stays that.
    for (const userId of await peopleOf(tx, part, one === side)) {
      if (!people.has(userId)) people.set(userId, one);
    }
  }
  await tx.dealParticipant.createMany({
    data: [...people].map(([userId, role]) => ({
      id: newId(),
      dealId: id,
      userId,
      role,
      organisationId: organisationOf[role],
      invitedById: actor.userId,
      createdAt: now,
      joinedAt: now,
    })),
  });
  const author = { userId: actor.userId, organisationId: organisationOf[side] };
  await recordDealEvent(tx, id, { code: "fromROADSHOW" }, author);
  await recordBrokerDeal(tx, { dealId: id });
  await notify(tx, {
    userIds: [...people.keys()].filter((userId) => userId !== actor.userId),
    kind: "dealOpened",
    params: { title },
    href: dealHref(id),
    dedupeKey: `deal:${id}:opened`,
  });
  await appendAudit(tx, actor, {
    action: "deal.open",
    subjectType: "Deal",
    subjectId: id,
    detail: { side, roadshowLeadId, achievementId, needId },
  });
  return id;
}

/** The side's person while still a member of it, else some who publish for it; the opener's side has one. */
async function peopleOf(
  tx: Tx,
  part: LeadMatter["supply"],
  isOpenersSide: boolean,
): Promise<string[]> {
  const { organisationId, userId } = part;
  const member = userId
    ? await tx.membership.findFirst({
        where: { organisationId, userId, endedAt: null, user: { deactivatedAt: null } },
        select: { userId: true },
      })
    : null;
  if (member) return [member.userId];
  if (isOpenersSide) return [];
  return (await listPublisherIds(tx, organisationId)).slice(0, MAX_STAND_INS);
}
