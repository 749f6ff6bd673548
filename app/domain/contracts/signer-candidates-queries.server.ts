import { isVerifiedState } from "~/domain/identity/organisation-procedure";
import type { DbOrTx } from "~/platform/db.server";
import { type SignerFault, signerFaultOf } from "./signer-rules";

export type SignerCandidate = {
  userId: string;
  name: string;
  isLegalRepresentative: boolean;
  fault: SignerFault | null;
};

/** More members with signing authority than this no organisation needs in one list. */
const MOST = 100;

/**
 * Who may sign for an organisation, and what those lack who have the scope but may not yet. The name
 * is the one that was checked, else the one that the person goes by.
 */
export async function listSignerCandidates(
  db: DbOrTx,
  organisationId: string,
): Promise<SignerCandidate[]> {
  const organisation = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: {
      state: true,
      legalRepresentative: true,
      memberships: {
        where: { endedAt: null, scopes: { has: "SIGN" }, user: { deactivatedAt: null } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: MOST,
        select: {
          user: { select: { id: true, name: true, legalName: true, realNameLevel: true } },
        },
      },
    },
  });
  const isOrganisationVerified = isVerifiedState(organisation.state);
  return organisation.memberships.map(({ user }) => ({
    userId: user.id,
    name: user.legalName ?? user.name,
    isLegalRepresentative:
      user.legalName !== null && user.legalName === organisation.legalRepresentative,
    fault: signerFaultOf({
      maySign: true,
      isOrganisationVerified,
      realNameLevel: user.realNameLevel,
    }),
  }));
}

/**
 * Why this person cannot sign for the organisation in that capacity now; null when nothing stands in
 * the way.
 */
export async function findSignerFault(
  db: DbOrTx,
  organisationId: string,
  userId: string,
  capacity: string,
): Promise<SignerFault | "signer_not_representative" | null> {
  const membership = await db.membership.findFirst({
    where: { organisationId, userId, endedAt: null },
    select: {
      scopes: true,
      organisation: { select: { state: true, legalRepresentative: true } },
      user: { select: { realNameLevel: true, legalName: true, deactivatedAt: true } },
    },
  });
  if (!membership || membership.user.deactivatedAt) return "signer_no_scope";
  const { organisation, user } = membership;
  const fault = signerFaultOf({
    maySign: membership.scopes.includes("SIGN"),
    isOrganisationVerified: isVerifiedState(organisation.state),
    realNameLevel: user.realNameLevel,
  });
  if (fault || capacity !== "LEGAL_REPRESENTATIVE") return fault;
  const isRepresentative = user.legalName && user.legalName === organisation.legalRepresentative;
  return isRepresentative ? null : "signer_not_representative";
}
