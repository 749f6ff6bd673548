import type { Prisma } from "#prisma/client/client";
import type { DisclosureSubject, PartySide } from "./disclosure-rules";
import { type IntroductionState, isIntroductionState } from "./introduction-procedure";

const listingColumns = {
  id: true,
  title: true,
  organisationId: true,
  isBlinded: true,
  state: true,
} as const;

/** Columns of a request that rules and pages look at. */
export const introductionSelect = {
  id: true,
  number: true,
  state: true,
  needId: true,
  achievementId: true,
  fromOrganisationId: true,
  toOrganisationId: true,
  requestedById: true,
  message: true,
  declineCode: true,
  replyDueAt: true,
  createdAt: true,
  answeredAt: true,
  need: { select: listingColumns },
  achievement: { select: listingColumns },
} as const satisfies Prisma.IntroductionSelect;

export type IntroductionRow = Prisma.IntroductionGetPayload<{ select: typeof introductionSelect }>;

type ListingPart = NonNullable<IntroductionRow["need"]>;

/** The listing asked about (the receiver's) and the one it was asked for (the requester's), if any. */
export function listingsOf(row: IntroductionRow): {
  kind: "achievement" | "need";
  asked: ListingPart;
  own: ListingPart | null;
} {
  const { need, achievement, toOrganisationId } = row;
  // The database refuses a row without any listing.
  if (achievement && achievement.organisationId === toOrganisationId) {
    return { kind: "achievement", asked: achievement, own: need };
  }
  if (need && (need.organisationId === toOrganisationId || !achievement)) {
    return { kind: "need", asked: need, own: achievement };
  }
  return { kind: "achievement", asked: achievement as ListingPart, own: need };
}

/** What the disclosure rule wants to know about a request. */
export function disclosureSubject(row: IntroductionRow): DisclosureSubject {
  const { asked, own } = listingsOf(row);
  return {
    state: stateOf(row),
    isReceiverBlinded: asked.isBlinded,
    isRequesterBlinded: own?.isBlinded ?? false,
  };
}

export function stateOf(row: { state: string }): IntroductionState {
  if (!isIntroductionState(row.state)) throw new Error(`unknown state ${row.state}`);
  return row.state;
}

/** On which side of a request an organisation stands, or null. */
export function sideOf(row: IntroductionRow, organisationId: string): PartySide | null {
  if (row.fromOrganisationId === organisationId) return "requester";
  return row.toOrganisationId === organisationId ? "receiver" : null;
}
