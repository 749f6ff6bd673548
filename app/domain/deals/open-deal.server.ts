import { appendAudit } from "~/domain/audit/append-audit.server";
import { findDealBrokers } from "~/domain/brokers/find-deal-brokers.server";
import { recordBrokerDeal } from "~/domain/brokers/record-broker-deal.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import {
  type DealMatter,
  findOpenDealId,
  lockInterest,
  lockIntroduction,
  type OpenDealInput,
} from "./deal-matter-queries.server";
import { dealProcedure } from "./deal-procedure";
import { type DealSide, otherSide } from "./deal-role-rules";
import { chooseFirstPeople } from "./first-people-queries.server";
import { recordDealEvent } from "./record-deal-event.server";

/** Lowest real-name level that may open a room; signing asks for more. */
const OPENER_LEVEL = 1;

/**
 * Opens the deal room of an accepted introduction, or of a pair that both sides answered with
 * interest, by somebody who publishes for one of them. Takes in the people of both sides who brought
 * it about, and the broker who introduced them or holds a mandate. Opening again leads to the room
 * that is there already.
 * @throws DomainError "not_found" for strangers, "forbidden" (403), "introduction_real_name" (403),
 * "introduction_not_open", "deal_no_mutual_interest", "deal_blinded" (409)
 * @returns id of the room
 */
export async function openDeal(
  input: OpenDealInput,
  actor: UserActor,
  db: Db,
): Promise<{ id: string; isNew: boolean }> {
  const open = () => inTransaction(db, (tx) => findOrCreate(tx, input, actor));
  try {
    return await open();
  } catch (error) {
    // The same two sides opened it from another place at the same moment: now it is found.
    if (isUniqueViolation(error)) return open();
    throw error;
  }
}

async function findOrCreate(tx: Tx, input: OpenDealInput, actor: UserActor) {
  const matter =
    "introductionId" in input
      ? await lockIntroduction(tx, input.introductionId)
      : await lockInterest(tx, input);
  const side = sideOfOpener(matter, actor);
  const known = await findOpenDealId(tx, matter);
  if (known) return { id: known, isNew: false };
  if (matter.refusal) throw new DomainError(matter.refusal, { status: 409 });
  // Interest alone does not give away a name that the owner keeps back; an introduction does.
  if (matter.blindedSides.includes(otherSide(side))) {
    throw new DomainError("deal_blinded", { status: 409 });
  }
  if (actor.realNameLevel < OPENER_LEVEL) {
    throw new DomainError("introduction_real_name", { status: 403 });
  }
  return { id: await create(tx, matter, side, actor), isNew: true };
}

/** The side that the actor may open for, the organisation acted for first. */
function sideOfOpener(matter: DealMatter, actor: UserActor): DealSide {
  const sides = [
    { side: "SUPPLY" as const, organisationId: matter.supplyOrganisationId },
    { side: "DEMAND" as const, organisationId: matter.demandOrganisationId },
  ];
  const seen = sides.filter((one) => can(actor, "introduction.view", one));
  if (seen.length === 0) throw new DomainError("not_found", { status: 404 });
  const mine = seen.filter((one) => can(actor, "deal.open", one));
  const chosen = mine.find((one) => one.organisationId === actor.organisationId) ?? mine[0];
  if (!chosen) throw new DomainError("forbidden", { status: 403 });
  return chosen.side;
}

async function create(
  tx: Tx,
  matter: DealMatter,
  side: DealSide,
  actor: UserActor,
): Promise<string> {
  const id = newId();
  const now = clock.now();
  const { achievementId, needId, supplyOrganisationId, demandOrganisationId } = matter;
  await tx.deal.create({
    data: {
      id,
      title: matter.title,
      origin: matter.introductionId ? "INTRODUCTION" : "INTEREST",
      introductionId: matter.introductionId,
      achievementId,
      needId,
      supplyOrganisationId,
      demandOrganisationId,
      openedById: actor.userId,
      createdAt: now,
    },
  });
  const { initial } = dealProcedure;
  await moveClocks(tx, dealProcedure, [{ id, state: initial }], "open", initial, now);

  const others = await chooseFirstPeople(tx, matter, side);
  const brokers = await findDealBrokers(tx, matter);
  const organisationOf = (of: DealSide) =>
    of === "SUPPLY" ? supplyOrganisationId : demandOrganisationId;
  const people = new Map<
    string,
    { role: string; organisationId: string | null; brokerId?: string }
  >([[actor.userId, { role: side, organisationId: organisationOf(side) }]]);
  for (const one of others) {
    if (!people.has(one.userId)) {
      people.set(one.userId, { role: one.side, organisationId: organisationOf(one.side) });
    }
  }
  for (const one of brokers) {
    // A person of a side stays that: nobody is in the room twice.
    if (people.has(one.userId)) continue;
    const { brokerId, agencyId } = one;
    people.set(one.userId, { role: "BROKER", organisationId: agencyId, brokerId });
  }
  await tx.dealParticipant.createMany({
    data: [...people].map(([userId, { role, organisationId, brokerId }]) => ({
      id: newId(),
      dealId: id,
      userId,
      role,
      organisationId,
      brokerId: brokerId ?? null,
      invitedById: actor.userId,
      createdAt: now,
      joinedAt: now,
    })),
  });
  const author = { userId: actor.userId, organisationId: organisationOf(side) };
  await recordDealEvent(tx, id, { code: "opened" }, author);
  await recordBrokerDeal(tx, { dealId: id });
  await notify(tx, {
    userIds: [...people.keys()].filter((userId) => userId !== actor.userId),
    kind: "dealOpened",
    params: { title: matter.title },
    href: dealHref(id),
    dedupeKey: `deal:${id}:opened`,
  });
  await appendAudit(tx, actor, {
    action: "deal.open",
    subjectType: "Deal",
    subjectId: id,
    detail: {
      side,
      other: organisationOf(otherSide(side)),
      introductionId: matter.introductionId,
      achievementId,
      needId,
    },
  });
  return id;
}
