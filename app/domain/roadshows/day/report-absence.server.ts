import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { replanDay } from "../timetable/replan-day.server";
import type { Solver } from "../timetable/solver-process.server";
import { assertDay } from "./day-access.server";
import { tellStage } from "./tell-stage.server";

/**
 * A judge or participant leaves or falls ill: what needs this person is planned again without.
 * @returns how many entries have moved
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_no_participant" at the number
 */
export async function reportAbsence(
  input: { roadshowId: string; participantNumber: number },
  actor: UserActor,
  db: Db,
  solver?: Solver,
): Promise<number> {
  const { roadshowId, participantNumber: number } = input;
  const { roadshow } = await assertOrganiser(db, roadshowId, actor);
  assertDay(roadshow.state);
  const person = await db.roadshowParticipant.findUnique({
    where: { roadshowId_number: { roadshowId, number } },
    select: { id: true },
  });
  if (!person) throw new DomainError("stage_no_participant", { field: "participantNumber" });
  const change = { kind: "PERSON_OUT", participantId: person.id, fromAt: clock.now() } as const;
  const { moved } = await replanDay(roadshowId, change, actor, db, solver);
  await tellStage(db, roadshowId);
  return moved.length;
}
