import { randomBytes } from "node:crypto";
import type { UserActor } from "~/domain/identity/actor";
import type { MeetingState } from "~/domain/roadshows/meetings/meeting-procedure";
import {
  type ParticipantForm,
  participantFormSchema,
} from "~/domain/roadshows/people/participant-form-schema";
import type { ParticipantState } from "~/domain/roadshows/people/participant-procedure";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { actorOf, makeUser } from "./people";
import type { TestRoadshow } from "./roadshows";

export type PersonOptions = {
  state?: ParticipantState;
  /** An account that is there already. */
  userId?: string;
  organisationId?: string;
  name?: string;
  organisationName?: string;
  roles?: string[];
  interests?: string;
  fieldCodes?: string[];
  needId?: string;
  achievementId?: string;
  wantsMeetings?: boolean;
  meetingsMax?: number;
  isListed?: boolean;
  hasUndertaking?: boolean;
  unavailable?: { from: string; to: string }[];
};

export type TestPerson = { id: string; name: string; actor: UserActor };

/** A participant in any state, inserted directly: listed and open to meetings unless it is said otherwise. */
export async function personAt(
  t: { db: Db },
  roadshow: Pick<TestRoadshow, "id">,
  options: PersonOptions = {},
): Promise<TestPerson> {
  const { db } = t;
  const { state, userId: known, hasUndertaking, ...rest } = options;
  const userId = known ?? (await makeUser(db)).id;
  const roadshowId = roadshow.id;
  const number = 1 + (await db.roadshowParticipant.count({ where: { roadshowId } }));
  const id = newId();
  const now = clock.now();
  const name = options.name ?? `参会人 ${number}`;
  await db.roadshowParticipant.create({
    data: {
      roles: ["FIRM"],
      wantsMeetings: true,
      isListed: true,
      organisationName: `企业 ${number}`,
      ...rest,
      id,
      roadshowId,
      number,
      state: state ?? "REGISTERED",
      userId,
      name,
      checkInCode: randomBytes(8).toString("hex"),
      feedToken: randomBytes(24).toString("base64url"),
      createdAt: now,
      ...(hasUndertaking && { ndaAcceptedAt: now, ndaTextHash: "0".repeat(64) }),
    },
  });
  return { id, name, actor: await actorOf(db, userId) };
}

/** A meeting in any state, inserted directly. */
export async function meetingAt(
  t: { db: Db },
  roadshow: Pick<TestRoadshow, "id">,
  from: TestPerson,
  to: TestPerson,
  state: MeetingState = "ACCEPTED",
  projectId: string | null = null,
): Promise<string> {
  const roadshowId = roadshow.id;
  const number = 1 + (await t.db.roadshowMeeting.count({ where: { roadshowId } }));
  const id = newId();
  const data = { id, roadshowId, number, state, fromId: from.id, toId: to.id, projectId };
  await t.db.roadshowMeeting.create({ data });
  return id;
}

/** The form of somebody who comes as a person and wants meetings. */
export function participantForm(
  changes: Partial<Record<keyof ParticipantForm, unknown>> = {},
): ParticipantForm {
  return participantFormSchema.parse({
    role: "FIRM",
    name: "赵参会",
    wantsMeetings: "on",
    isListed: "on",
    ...changes,
  });
}
