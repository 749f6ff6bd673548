import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { addMonths } from "~/domain/shared/working-days";
import type { Db, Tx } from "~/platform/db.server";
import { costBearer } from "./broker-pay-rules";
import {
  findOfferers,
  getOwnListing,
  listOtherSides,
  type OwnListing,
} from "./mandate-matter.server";
import { mandateProcedure, RUNNING_STATES } from "./mandate-procedure";
import type { MandateInput } from "./mandate-schema";
import { hashTerms, type MandateTerms } from "./mandate-terms.server";
import { tellClients, tellMandateBroker } from "./tell-mandate.server";

/**
 * Offers a broker a mandate in one matter, by its owner alone or together with a side that it has
 * been introduced to. The consent of the offering side is written at once if the person may sign.
 * @returns the id of the mandate
 * @throws DomainError "not_found", "mandate_not_verified" (403), "broker_not_public",
 * "mandate_exists" (409), "mandate_too_long", "not_a_choice"
 */
export async function offerMandate(input: MandateInput, actor: UserActor, db: Db): Promise<string> {
  return inTransaction(db, async (tx) => {
    const listing = await getOwnListing(tx, input, actor);
    if (!findOfferers(actor).ids.includes(listing.organisationId)) {
      throw new DomainError("mandate_not_verified", { status: 403 });
    }
    const terms = await termsOf(tx, input, listing);
    const broker = await lockBroker(tx, input.brokerId);
    await assertOnlyOne(tx, terms);
    const id = newId();
    const now = clock.now();
    const termsHash = hashTerms(terms);
    const { startsOn, endsOn, ...columns } = terms;
    await tx.mandate.create({
      data: {
        id,
        ...columns,
        startsOn: dateColumn(startsOn),
        endsOn: dateColumn(endsOn),
        termsHash,
        offeredById: actor.userId,
        createdAt: now,
      },
    });
    await tx.procedureClock.create({
      data: {
        id: newId(),
        procedure: mandateProcedure.name,
        subjectId: id,
        clock: "answer",
        startedAt: now,
        dueAt: await dueInstant(tx, mandateProcedure.clocks.answer, now),
      },
    });
    const organisationId = listing.organisationId;
    if (input.consent && can(actor, "mandate.consent", { organisationId })) {
      await tx.mandateConsent.create({
        data: {
          id: newId(),
          mandateId: id,
          organisationId,
          userId: actor.userId,
          termsHash,
          createdAt: now,
        },
      });
    }
    const row = { id, ...terms, broker };
    await tellMandateBroker(tx, "mandateOffered", row, "offer");
    await tellClients(tx, "mandateConsentWanted", row, "offer", actor.userId);
    await appendAudit(tx, actor, {
      action: "brokers.mandate.offered",
      subjectType: "Mandate",
      subjectId: id,
      detail: { termsHash, side: terms.side },
    });
    return id;
  });
}

async function termsOf(tx: Tx, input: MandateInput, listing: OwnListing): Promise<MandateTerms> {
  const today = calendarDate(clock.now());
  const months = await getPolicyNumber(tx, mandateProcedure.clocks.term.parameter);
  if (input.endsOn <= today) throw new DomainError("mandate_term_over", { field: "endsOn" });
  if (input.endsOn > addMonths(today, months)) {
    throw new DomainError("mandate_too_long", { field: "endsOn", params: { months } });
  }
  const others = input.together ? await listOtherSides(tx, listing) : [];
  const other = others.find((one) => one.listingId === input.together) ?? null;
  if (input.together && !other) throw new DomainError("not_a_choice", { field: "together" });
  const isAchievement = listing.kind === "achievement";
  const otherListing = other?.listingId ?? null;
  return {
    brokerId: input.brokerId,
    side: other ? "BOTH" : isAchievement ? "SUPPLY" : "DEMAND",
    clientId: listing.organisationId,
    secondClientId: other?.organisationId ?? null,
    achievementId: isAchievement ? listing.id : otherListing,
    needId: isAchievement ? otherListing : listing.id,
    title: input.title,
    scope: input.scope,
    duties: input.duties,
    successDefinition: input.successDefinition,
    feeKind: input.feeKind,
    fixedFeeFen: input.fixedFeeFen,
    feeSteps: input.feeSteps,
    costsBorneBy: costBearer(input.costsBorneBy).value,
    feePayer: other ? "HALF_EACH" : "CLIENT",
    confidentialityNote: input.confidentialityNote,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
  };
}

/** The broker's row orders the offers made to it, so that one matter is offered once. */
async function lockBroker(tx: Tx, brokerId: string) {
  await tx.$queryRaw`SELECT id FROM "BrokerProfile" WHERE id = ${brokerId}::uuid FOR UPDATE`;
  const broker = assertFound(
    await tx.brokerProfile.findUnique({
      where: { id: brokerId },
      select: { userId: true, state: true, availability: true },
    }),
  );
  if (broker.state !== "PUBLIC" || broker.availability === "CLOSED") {
    throw new DomainError("broker_not_public");
  }
  return broker;
}

async function assertOnlyOne(tx: Tx, terms: MandateTerms): Promise<void> {
  const { brokerId, clientId, achievementId, needId } = terms;
  const running = await tx.mandate.count({
    where: {
      brokerId,
      clientId,
      state: { in: [...RUNNING_STATES] },
      ...(achievementId ? { achievementId } : {}),
      ...(needId ? { needId } : {}),
    },
  });
  if (running > 0) throw new DomainError("mandate_exists", { status: 409 });
}
