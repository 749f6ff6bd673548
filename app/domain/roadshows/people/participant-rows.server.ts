import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";

export const participantSelect = {
  id: true,
  roadshowId: true,
  number: true,
  state: true,
  userId: true,
  organisationId: true,
  name: true,
  organisationName: true,
  roles: true,
  wantsMeetings: true,
  meetingsMax: true,
  isListed: true,
  roadshow: {
    select: {
      id: true,
      number: true,
      state: true,
      title: true,
      organisationId: true,
      regionCode: true,
      startsOn: true,
      endsOn: true,
      audienceDueAt: true,
      maxAudience: true,
      rules: true,
    },
  },
} as const satisfies Prisma.RoadshowParticipantSelect;

export type ParticipantRow = Prisma.RoadshowParticipantGetPayload<{
  select: typeof participantSelect;
}>;

/**
 * A participant with its event locked first.
 * @throws DomainError "not_found" (404)
 */
export async function lockParticipant(tx: Tx, id: string): Promise<ParticipantRow> {
  const found = isId(id)
    ? await tx.roadshowParticipant.findUnique({ where: { id }, select: { roadshowId: true } })
    : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  await lockRoadshow(tx, found.roadshowId);
  return tx.roadshowParticipant.findUniqueOrThrow({ where: { id }, select: participantSelect });
}

/** People who work for the event take no place of the audience. */
export const WORKING_ROLES = ["PRESENTER", "JUDGE", "STAFF"];

/** Places of the audience that are taken. */
export async function countAudience(db: DbOrTx, roadshowId: string): Promise<number> {
  return db.roadshowParticipant.count({
    where: { roadshowId, state: "REGISTERED", NOT: { roles: { hasSome: WORKING_ROLES } } },
  });
}
