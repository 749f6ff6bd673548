import { type Actor, systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { roadshowRulesSchema } from "../events/roadshow-rules-schema";
import { insertParticipant } from "./insert-participant.server";
import { participantConduct } from "./participant-conduct.server";

export type ParticipantRole =
  | "PRESENTER"
  | "FIRM"
  | "INVESTOR"
  | "BROKER"
  | "AUDIENCE"
  | "JUDGE"
  | "STAFF";

/**
 * Gives a person who works for the event its row among the participants: a new one, or the one that is
 * there with the role added, whatever its state was. Such people take no place of the audience.
 * @returns the participant's id
 */
export async function ensureParticipant(
  tx: Tx,
  input: {
    roadshowId: string;
    userId: string;
    organisationId: string | null;
    name: string;
    organisationName: string;
    title?: string;
    role: ParticipantRole;
    locale?: string;
  },
  actor: Actor,
): Promise<string> {
  const { roadshowId, userId, role, title, locale, ...rest } = input;
  await lockRoadshow(tx, roadshowId);
  const found = await tx.roadshowParticipant.findUnique({
    where: { roadshowId_userId: { roadshowId, userId } },
    select: { id: true, state: true, roles: true },
  });
  const id = found?.id ?? (await insertNew());
  if (found && !found.roles.includes(role)) {
    await tx.roadshowParticipant.update({
      where: { id },
      data: {
        roles: [...found.roles, role],
        ...(role === "PRESENTER" && { wantsMeetings: true }),
      },
    });
  }
  const market = systemActor("roadshow-registration");
  const state = found?.state ?? "WAITING";
  if (state === "CANCELLED") await advance(tx, participantConduct, id, "return", market);
  if (state !== "REGISTERED") await advance(tx, participantConduct, id, "seat", market);
  return id;

  async function insertNew(): Promise<string> {
    const { rules } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { rules: true },
    });
    const known = roadshowRulesSchema.safeParse(rules);
    return insertParticipant(
      tx,
      {
        ...rest,
        roadshowId,
        userId,
        title: title ?? "",
        roles: [role],
        locale: locale ?? "zh-CN",
        // Presenters come to be met.
        wantsMeetings: role === "PRESENTER",
        // A draft may have no rules yet; the column's own default stands then.
        ...(known.success && { meetingsMax: known.data.meetingsMax }),
      },
      actor,
    );
  }
}
