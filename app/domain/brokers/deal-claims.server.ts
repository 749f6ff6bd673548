import type { Tx } from "~/platform/db.server";
import { type Claim, claimsByBroker } from "./attribution-rules";

/** A broker's claim in one deal, with what the ledger wants to know about the broker. */
export type DealClaim = Claim & {
  mandateId: string | null;
  agencyId: string | null;
  organisationIds: string[];
};

const broker = {
  select: {
    agencyId: true,
    user: {
      select: { memberships: { where: { endedAt: null }, select: { organisationId: true } } },
    },
  },
} as const;

type BrokerPart = {
  agencyId: string | null;
  user: { memberships: readonly { organisationId: string }[] };
};

const factsOf = (part: BrokerPart) => ({
  agencyId: part.agencyId,
  organisationIds: part.user.memberships.map((one) => one.organisationId),
});

/**
 * Brokers who brought a deal about, each once, the earliest first: by a mandate or a confirmed
 * introduction that belongs to the deal, or by taking part in its room as a broker.
 */
export async function listDealClaims(tx: Tx, dealId: string): Promise<DealClaim[]> {
  const [mandates, introductions, participants] = await Promise.all([
    tx.mandate.findMany({
      where: { dealId, activatedAt: { not: null } },
      select: { id: true, brokerId: true, activatedAt: true, createdAt: true, broker },
    }),
    tx.brokerIntroduction.findMany({
      where: {
        dealId,
        OR: [{ supplyConfirmedAt: { not: null } }, { demandConfirmedAt: { not: null } }],
      },
      select: { brokerId: true, mandateId: true, introducedAt: true, broker },
    }),
    tx.dealParticipant.findMany({
      where: { dealId, role: "BROKER", leftAt: null, brokerId: { not: null } },
      select: { brokerId: true, createdAt: true },
    }),
  ]);
  const inRoom = await tx.brokerProfile.findMany({
    where: { id: { in: participants.flatMap((one) => one.brokerId ?? []) } },
    select: { id: true, ...broker.select },
  });
  const byId = new Map(inRoom.map((one) => [one.id, one]));
  const claims: DealClaim[] = [
    ...mandates.map((one) => ({
      brokerId: one.brokerId,
      ground: "MANDATE" as const,
      since: one.activatedAt ?? one.createdAt,
      mandateId: one.id,
      ...factsOf(one.broker),
    })),
    ...introductions.map((one) => ({
      brokerId: one.brokerId,
      ground: "INTRODUCTION" as const,
      since: one.introducedAt,
      mandateId: one.mandateId,
      ...factsOf(one.broker),
    })),
    ...participants.flatMap((one) => {
      const profile = byId.get(one.brokerId ?? "");
      if (!profile) return [];
      const room = { ground: "ROOM" as const, since: one.createdAt, mandateId: null };
      return [{ brokerId: profile.id, ...room, ...factsOf(profile) }];
    }),
  ];
  return claimsByBroker(claims);
}
