import { insertDraft } from "~/domain/roadshows/timetable/insert-draft.server";
import { publishPlan } from "~/domain/roadshows/timetable/publish-plan.server";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { at, type TestRoadshow } from "./roadshows";

interface GivenEntry {
  kind: "PITCH" | "MEETING";
  /** Project or meeting. */
  subject: string;
  placeId: string;
  /** Wall-clock times of the first day. */
  from: string;
  to: string;
  people: readonly { id: string; role: "PRESENTER" | "JUDGE" | "PARTY" }[];
  isLocked?: boolean;
}

/** Publishes a timetable with just these entries, each at the first table of a room. */
export async function publishEntries(
  t: { db: Db },
  roadshow: TestRoadshow,
  entries: readonly GivenEntry[],
): Promise<string> {
  const actor = roadshow.organiser.actor;
  const planId = await inTransaction(t.db, async (tx) => {
    const id = await insertDraft(tx, roadshow.id, { reason: "FIRST", basedOnId: null }, actor);
    for (const { kind, subject, placeId, from, to, people, isLocked } of entries) {
      const [startsAt, endsAt] = [at(roadshow.startsOn, from), at(roadshow.startsOn, to)];
      await tx.roadshowEntry.create({
        data: {
          id: newId(),
          planId: id,
          kind,
          projectId: kind === "PITCH" ? subject : null,
          meetingId: kind === "MEETING" ? subject : null,
          placeId,
          startsAt,
          endsAt,
          freeAt: endsAt,
          isLocked: isLocked ?? false,
          people: {
            create: people.map((person) => ({
              participantId: person.id,
              role: person.role,
              planId: id,
              startsAt,
              endsAt,
            })),
          },
        },
      });
    }
    return id;
  });
  await publishPlan(planId, "FINAL", actor, t.db);
  return planId;
}
