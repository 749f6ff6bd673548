import { beforeAll, describe } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { meetingConduct } from "~/domain/roadshows/meetings/meeting-conduct.server";
import type { MeetingRelation, MeetingState } from "~/domain/roadshows/meetings/meeting-procedure";
import { participantConduct } from "~/domain/roadshows/people/participant-conduct.server";
import type {
  ParticipantRelation,
  ParticipantState,
} from "~/domain/roadshows/people/participant-procedure";
import { newId } from "~/domain/shared/ids";
import { makeStranger } from "../../factories/people";
import { meetingAt, personAt, type TestPerson } from "../../factories/roadshow-people";
import { roadshowAt, seatOf, type TestRoadshow } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");

describe("roadshow-participant", () => {
  let walkers: Walker<ParticipantRelation>[];
  let self: string;
  let event: TestRoadshow;

  beforeAll(async () => {
    event = await roadshowAt(t, "REGISTRATION");
    const person = await makeStranger(t.db);
    self = person.userId;
    walkers = [
      { name: "participant", actor: person, relations: ["participant"] },
      { name: "organiser", actor: event.organiser.actor, relations: ["organiser"] },
      { name: "office", actor: event.office, relations: [] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "other participant", actor: (await personAt(t, event)).actor, relations: [] },
    ];
  });

  walkProcedure({
    conduct: participantConduct,
    db: () => t.db,
    walkers: ["participant", "organiser", "office", "market", "other participant"],
    actors: async () => walkers,
    make: async (state) => {
      // One row of a person at each event.
      await t.db.roadshowParticipant.updateMany({
        where: { userId: self },
        data: { userId: null },
      });
      return (await personAt(t, event, { userId: self, state: state as ParticipantState })).id;
    },
    input: () => ({ note: "重复报名" }),
  });
});

describe("roadshow-meeting", () => {
  let walkers: Walker<MeetingRelation>[];
  let event: TestRoadshow;
  let asker: TestPerson;
  let asked: TestPerson;

  beforeAll(async () => {
    event = await roadshowAt(t, "MATCHING");
    asker = await personAt(t, event, { meetingsMax: 100 });
    asked = await personAt(t, event, { meetingsMax: 100 });
    const now = new Date();
    for (const [one, other] of [
      [asker, asked],
      [asked, asker],
    ] as const) {
      const wish = { id: newId(), fromId: one.id, toId: other.id, level: "MEET", createdAt: now };
      await t.db.roadshowWish.create({ data: wish });
    }
    const desk = await seatOf(t, event, "DESK");
    walkers = [
      { name: "asker", actor: asker.actor, relations: ["asker"] },
      { name: "asked", actor: asked.actor, relations: ["asked"] },
      { name: "organiser", actor: event.organiser.actor, relations: ["staff"] },
      { name: "desk", actor: desk.actor, relations: ["staff"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "other participant", actor: (await personAt(t, event)).actor, relations: [] },
    ];
  });

  walkProcedure({
    conduct: meetingConduct,
    db: () => t.db,
    walkers: ["asker", "asked", "organiser", "desk", "market", "other participant"],
    actors: async () => walkers,
    make: async (state) => {
      // Two people have one open meeting at an event; the one before makes room.
      await t.db.roadshowMeeting.deleteMany({ where: { fromId: asker.id } });
      return meetingAt(t, event, asker, asked, state as MeetingState);
    },
    input: () => ({ note: "另有安排" }),
  });
});
