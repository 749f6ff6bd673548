import { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import type { IntroductionRecordInput } from "./introduction-record-schema";

export const CONFIRM_HREF = "/desk/mandates/introductions";

type Matter = {
  achievementId: string | null;
  needId: string | null;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  title: string;
};

/**
 * Records, with the market's own time, that a broker has introduced two sides to each other. Both may
 * confirm it; unconfirmed it proves nothing. The same pair in the same matter is recorded once.
 * @returns the id of the record
 * @throws DomainError "broker_not_public", "introduction_matter", "introduction_other_side",
 * "not_found" at a number, "introduction_same_side", "already_introduced" (409),
 * "mandate_not_active"
 */
export async function recordIntroduction(
  input: IntroductionRecordInput,
  actor: UserActor,
  db: Db,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const broker = await tx.brokerProfile.findUnique({
      where: { userId: actor.userId },
      select: { id: true, userId: true, state: true, displayName: true },
    });
    if (broker?.state !== "PUBLIC") throw new DomainError("broker_not_public");
    assertCan(actor, "mandate.answer", { userId: broker.userId });
    const mandate = await findMandate(tx, input.mandateId, broker.id);
    const matter = await matterOf(tx, input, mandate);
    const id = newId();
    const { title, ...columns } = matter;
    try {
      await tx.brokerIntroduction.create({
        data: {
          id,
          brokerId: broker.id,
          mandateId: mandate?.id ?? null,
          ...columns,
          note: input.note,
          introducedAt: clock.now(),
        },
      });
    } catch (error) {
      const isKnown = error instanceof Prisma.PrismaClientKnownRequestError;
      if (isKnown && error.code === "P2002") {
        throw new DomainError("already_introduced", { status: 409 });
      }
      throw error;
    }
    const sides = [matter.supplyOrganisationId, matter.demandOrganisationId];
    const userIds: string[] = [];
    for (const side of sides) userIds.push(...(await listPublisherIds(tx, side)));
    await notify(tx, {
      userIds: userIds.filter((userId) => userId !== actor.userId),
      kind: "brokerIntroduced",
      params: { title },
      href: CONFIRM_HREF,
      dedupeKey: `broker-introduction:${id}`,
    });
    await appendAudit(tx, actor, {
      action: "brokers.introduction.recorded",
      subjectType: "BrokerIntroduction",
      subjectId: id,
      detail: { mandateId: mandate?.id ?? null },
    });
    return id;
  });
}

const columns = { id: true, title: true, organisationId: true } as const;

async function findMandate(tx: Tx, id: string | null, brokerId: string) {
  if (id === null) return null;
  const mandate = isId(id)
    ? await tx.mandate.findFirst({
        where: { id, brokerId },
        select: {
          id: true,
          state: true,
          achievement: { select: columns },
          need: { select: columns },
        },
      })
    : null;
  if (assertFound(mandate).state !== "ACTIVE") {
    throw new DomainError("mandate_not_active", { field: "mandateId" });
  }
  return mandate;
}

async function matterOf(
  tx: Tx,
  input: IntroductionRecordInput,
  mandate: Awaited<ReturnType<typeof findMandate>>,
): Promise<Matter> {
  const achievement = mandate?.achievement ?? (await findAchievement(tx, input.achievementNumber));
  const need = mandate?.need ?? (await findNeed(tx, input.needNumber));
  const listing = achievement ?? need;
  if (!listing) throw new DomainError("introduction_matter", { field: "achievementNumber" });
  const other =
    achievement && need ? null : await findOrganisation(tx, input.organisation, Boolean(mandate));
  const supplyOrganisationId = achievement?.organisationId ?? other?.id;
  const demandOrganisationId = need?.organisationId ?? other?.id;
  if (!supplyOrganisationId || !demandOrganisationId) {
    throw new DomainError("introduction_other_side", { field: "organisation" });
  }
  if (supplyOrganisationId === demandOrganisationId) {
    throw new DomainError("introduction_same_side", { field: "organisation" });
  }
  return {
    achievementId: achievement?.id ?? null,
    needId: need?.id ?? null,
    supplyOrganisationId,
    demandOrganisationId,
    title: listing.title,
  };
}

async function findAchievement(tx: Tx, number: number | null) {
  if (number === null) return null;
  const where = { number, state: "PUBLISHED" };
  const found = await tx.achievement.findFirst({ where, select: columns });
  if (!found) throw new DomainError("not_found", { field: "achievementNumber" });
  return found;
}

async function findNeed(tx: Tx, number: number | null) {
  if (number === null) return null;
  const found = await tx.need.findFirst({ where: { number, state: "PUBLISHED" }, select: columns });
  if (!found) throw new DomainError("not_found", { field: "needNumber" });
  return found;
}

/** The other side by its full name or credit code; without a mandate both sides must have listings. */
async function findOrganisation(tx: Tx, text: string, hasMandate: boolean) {
  if (text === "" || !hasMandate) return null;
  const found = await tx.organisation.findFirst({
    where: {
      state: { in: ["VERIFIED", "RECHECK"] },
      OR: [{ legalName: text }, { uscc: text.toUpperCase() }],
    },
    select: { id: true },
  });
  if (!found) throw new DomainError("not_found", { field: "organisation" });
  return found;
}
