import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { RegistrarRole, Scope, UserActor } from "./actor";
import { isVerifiedState } from "./organisation-procedure";

const REGISTRAR_ROLES: readonly RegistrarRole[] = ["REGISTRAR", "CHIEF", "PRECHECK"];
const SCOPES: readonly Scope[] = ["PUBLISH", "SIGN", "BID", "MONEY"];

/**
 * The person of a session with memberships and seats as they are now; null when the account is
 * deactivated. The organisation acted for is the session's choice while it still holds, else the
 * first membership.
 */
export async function findActorById(
  db: DbOrTx,
  session: { userId: string; sessionId: string; actingOrganisationId: string | null },
): Promise<UserActor | null> {
  const now = clock.now();
  const user = await db.user.findUnique({
    where: { id: session.userId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      realNameLevel: true,
      deactivatedAt: true,
      memberships: {
        where: { endedAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          role: true,
          scopes: true,
          organisation: { select: { id: true, legalName: true, kind: true, state: true } },
        },
      },
      offices: {
        where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
        select: { office: true, regionCode: true },
      },
      registrarSeats: {
        where: {
          validFrom: { lte: now },
          OR: [{ validTo: null }, { validTo: { gt: now } }],
          office: { OR: [{ validTo: null }, { validTo: { gt: now } }] },
        },
        select: { officeId: true, role: true },
      },
      brokerProfile: { select: { id: true, state: true } },
    },
  });
  if (!user || user.deactivatedAt) return null;
  const memberships = user.memberships.map(({ organisation, role, scopes }) => ({
    organisationId: organisation.id,
    organisationName: organisation.legalName,
    organisationKind: organisation.kind,
    isVerified: isVerifiedState(organisation.state),
    role,
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
  }));
  const chosen = memberships.find((one) => one.organisationId === session.actingOrganisationId);
  return {
    kind: "USER",
    userId: user.id,
    sessionId: session.sessionId,
    name: user.name,
    email: user.email,
    locale: user.locale,
    realNameLevel: user.realNameLevel,
    organisationId: (chosen ?? memberships[0])?.organisationId ?? null,
    memberships,
    offices: user.offices,
    registrarSeats: user.registrarSeats.flatMap(({ officeId, role }) => {
      const known = REGISTRAR_ROLES.find((one) => one === role);
      return known ? [{ officeId, role: known }] : [];
    }),
    brokerId: user.brokerProfile?.state === "PUBLIC" ? user.brokerProfile.id : null,
  };
}
