import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { IntentionState } from "./challenge-intention-procedure";
import { readTargets } from "./challenge-schema";
import { getReadableIntention } from "./intention-access.server";
import { missingIntentionParts, readIntention } from "./intention-schema";
import type { IntentionPage, OwnIntentionItem } from "./intention-view";
import { scoutCode } from "./scout-link.server";

const itemSelect = {
  id: true,
  number: true,
  state: true,
  organisation: { select: { legalName: true } },
  taker: { select: { id: true } },
  challenge: {
    select: {
      number: true,
      title: true,
      state: true,
      intentionsDueAt: true,
      organisation: { select: { legalName: true } },
    },
  },
} as const;

/** Intentions of the organisations that a person belongs to, newest first. */
export async function listOwnIntentions(
  db: DbOrTx,
  actor: UserActor,
  page: { skip: number; take: number },
): Promise<{ items: OwnIntentionItem[]; total: number }> {
  const where = { organisationId: { in: actor.memberships.map((one) => one.organisationId) } };
  const [rows, total] = await Promise.all([
    db.challengeIntention.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...page,
      select: itemSelect,
    }),
    db.challengeIntention.count({ where }),
  ]);
  return { items: rows.map(toItem), total };
}

type ItemRow = {
  id: string;
  number: number;
  state: string;
  organisation: { legalName: string };
  taker: { id: string } | null;
  challenge: {
    number: number;
    title: string;
    state: string;
    intentionsDueAt: Date | null;
    organisation: { legalName: string };
  };
};

function toItem({ challenge, organisation, taker, ...row }: ItemRow): OwnIntentionItem {
  return {
    id: row.id,
    number: row.number,
    state: row.state as IntentionState,
    title: challenge.title,
    challengeNumber: challenge.number,
    challengeState: challenge.state,
    poster: challenge.organisation.legalName,
    organisation: organisation.legalName,
    intentionsDueAt: challenge.intentionsDueAt?.toISOString() ?? null,
    takerId: taker?.id ?? null,
  };
}

/**
 * One intention for the taker, or for poster and office once the deadline has passed.
 * @throws DomainError "not_found" (404)
 */
export async function getIntention(
  db: DbOrTx,
  id: string,
  actor: UserActor,
): Promise<IntentionPage> {
  const { row, role } = await getReadableIntention(db, id, actor);
  const more = await db.challengeIntention.findUniqueOrThrow({ where: { id }, select: itemSelect });
  const { challenge } = row;
  const targets = readTargets(challenge.targets);
  const content = readIntention(row.content);
  const now = clock.now();
  const isOpen =
    challenge.state === "PUBLISHED" &&
    challenge.intentionsDueAt !== null &&
    now < challenge.intentionsDueAt;
  const members = await db.membership.findMany({
    where: { organisationId: row.organisationId, endedAt: null },
    select: { userId: true },
  });
  const accepted = await db.challengeAgreement.count({
    where: {
      challengeId: row.challengeId,
      textHash: challenge.agreementHash ?? "",
      userId: { in: members.map((one) => one.userId) },
    },
  });
  const { organisationId, regionCode } = challenge;
  const screens =
    can(actor, "challenge.create", { organisationId }) ||
    can(actor, "challenge.vet", { regionCode });
  return {
    ...toItem(more),
    role,
    revision: row.revision,
    content,
    isRelated: row.isRelated,
    relatedNote: row.relatedNote,
    scoutCode:
      role === "taker" && row.scoutUserId ? scoutCode(row.challengeId, row.scoutUserId) : "",
    hasScout: row.scoutUserId !== null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    receipt: row.submittedAt ? receiptOf(row.id, row.submittedAt, content) : null,
    screeningNote: row.screeningNote,
    targets,
    missing: missingIntentionParts(content, targets.length),
    isOpen,
    hasAgreement: accepted > 0,
    mayWrite:
      role === "taker" &&
      isOpen &&
      can(actor, "challenge.intend", { organisationId: row.organisationId }),
    mayExclude:
      role !== "taker" &&
      row.state === "ELIGIBLE" &&
      challenge.state === "APPRAISAL" &&
      can(actor, "challenge.vet", { regionCode }),
    mayScreen: role !== "taker" && screens && challenge.state === "SCREENING",
  };
}

/** Anybody with the content can compute it again. */
function receiptOf(intentionId: string, submittedAt: Date, content: unknown): string {
  const bound = canonicalJson({ intentionId, submittedAt: submittedAt.toISOString(), content });
  return createHash("sha256").update(bound, "utf8").digest("hex");
}
