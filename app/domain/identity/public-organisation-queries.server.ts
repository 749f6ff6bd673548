import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { isVerifiedState, organisationProcedure } from "./organisation-procedure";

const SHOWN = 6;

/** Moves after which the office has looked at the organisation. */
const DECISIONS = ["verify", "confirmRecheck", "restore"];

/**
 * What everybody may know about an organisation: its facts, how far the market has checked it, and
 * its listings that name it. Blinded listings are left out, also from the counts.
 * @throws DomainError "not_found"
 */
export async function getPublicOrganisation(db: DbOrTx, organisationId: string) {
  if (!isId(organisationId)) throw new DomainError("not_found", { status: 404 });
  const listed = { organisationId, state: "PUBLISHED", isBlinded: false };
  const newest = { publishedAt: "desc" } as const;
  const fields = { id: true, title: true, publishedAt: true } as const;
  const [found, decision, achievements, achievementCount, needs, needCount] = await Promise.all([
    db.organisation.findUnique({
      where: { id: organisationId },
      select: {
        id: true,
        kind: true,
        legalName: true,
        englishName: true,
        uscc: true,
        regionCode: true,
        address: true,
        website: true,
        intro: true,
        state: true,
        verifiedAt: true,
      },
    }),
    db.procedureMove.findFirst({
      where: {
        procedure: organisationProcedure.name,
        subjectId: organisationId,
        move: { in: DECISIONS },
      },
      orderBy: { at: "desc" },
      select: { evidence: true },
    }),
    db.achievement.findMany({
      where: listed,
      orderBy: newest,
      take: SHOWN,
      select: { ...fields, summary: true, trlDeclared: true },
    }),
    db.achievement.count({ where: listed }),
    db.need.findMany({
      where: listed,
      orderBy: newest,
      take: SHOWN,
      select: { ...fields, summary: true, deadlineOn: true },
    }),
    db.need.count({ where: listed }),
  ]);
  const { verifiedAt, state, ...facts } = assertFound(found);
  const isVerified = isVerifiedState(state);
  return {
    ...facts,
    isVerified,
    isSuspended: state === "SUSPENDED",
    isRecheckDue: state === "RECHECK",
    verifiedAt: isVerified ? verifiedAt : null,
    isAuthorityChecked: isVerified && readAuthorityAnswer(decision?.evidence) === "MATCH",
    achievements,
    achievementCount,
    needs,
    needCount,
  };
}

function readAuthorityAnswer(evidence: unknown): unknown {
  if (typeof evidence !== "object" || evidence === null || !("input" in evidence)) return null;
  const { input } = evidence;
  if (typeof input !== "object" || input === null || !("authority" in input)) return null;
  return input.authority;
}
