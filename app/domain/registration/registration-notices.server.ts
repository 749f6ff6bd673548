import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { Actor } from "~/domain/identity/actor";
import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { officeCaseHref, registrationHref, roomRegistrationHref } from "./registration-href";
import type { RegistrationRow } from "./registration-rows.server";

export type RegistrationNotice = Exclude<
  Extract<NotificationKind, `registration${string}`>,
  "registrationToCancel"
>;

/** People with a running seat of these roles at an office or service point. */
export async function listRegistrarIds(
  db: DbOrTx,
  officeId: string | null,
  roles: readonly string[] = ["REGISTRAR", "CHIEF"],
): Promise<string[]> {
  if (officeId === null) return [];
  const now = clock.now();
  const seats = await db.registrarSeat.findMany({
    where: {
      officeId,
      role: { in: [...roles] },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { userId: true },
  });
  return seats.map((seat) => seat.userId);
}

const titleOf = (row: RegistrationRow) => row.contract.title;

/** Tells the applicant's people, and whoever filed it. */
export async function tellApplicant(
  tx: Tx,
  row: RegistrationRow,
  kind: RegistrationNotice,
  version: string | number,
): Promise<void> {
  const people = await listPublisherIds(tx, row.applicantId);
  await notify(tx, {
    userIds: [...people, row.createdById],
    kind,
    params: { title: titleOf(row) },
    href: registrationHref(row.id),
    dedupeKey: `registration:${row.id}:${kind}:${version}`,
  });
}

/** Tells registrars: those named, or everybody of the office or service point who may take it. */
export async function tellOffice(
  tx: Tx,
  row: RegistrationRow,
  kind: RegistrationNotice,
  version: string | number,
  userIds?: readonly (string | null)[],
): Promise<void> {
  const known = (userIds ?? []).flatMap((id) => id ?? []);
  const people = known.length > 0 ? known : await listRegistrarIds(tx, row.officeId);
  await notify(tx, {
    userIds: people,
    kind,
    params: { title: titleOf(row) },
    href: officeCaseHref(row.id),
    dedupeKey: `registration:${row.id}:${kind}:${version}`,
  });
}

/** Moves that everybody in the room reads; the others are between applicant and office. */
const ROOM_EVENTS = {
  submit: "registrationSubmitted",
  sendToPoint: "registrationSubmitted",
  accept: "registrationAccepted",
  refuseAcceptance: "registrationNotAccepted",
  register: "registrationRegistered",
  refuse: "registrationRefused",
  approveChange: "registrationChanged",
  cancel: "registrationCancelled",
  revoke: "registrationRevoked",
  withdraw: "registrationWithdrawn",
  lapse: "registrationWithdrawn",
} as const;

export type RoomEventMove = keyof typeof ROOM_EVENTS;

/** Writes the move into the room's conversation. */
export async function tellRoom(
  tx: Tx,
  row: RegistrationRow,
  move: RoomEventMove,
  actor: Actor,
): Promise<void> {
  // An office's people are not of the room: they stay unnamed there.
  const isApplicant =
    actor.kind === "USER" &&
    actor.memberships.some((one) => one.organisationId === row.applicantId);
  await recordDealEvent(
    tx,
    row.dealId,
    { code: ROOM_EVENTS[move], href: roomRegistrationHref(row.dealId) },
    isApplicant ? { userId: actor.userId, organisationId: row.applicantId } : null,
  );
}
