import { afterEach, expect, it } from "vitest";
import { getLivePage } from "~/domain/roadshows/day/live-queries.server";
import { findRoomLinks } from "~/domain/roadshows/day/room-links-queries.server";
import { findPublicStage } from "~/domain/roadshows/day/stage-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { makeStranger } from "../../factories/people";
import { dayAt } from "../../factories/roadshow-day";
import { personAt } from "../../factories/roadshow-people";
import { at } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let time: ReturnType<typeof useTestClock> | undefined;
afterEach(() => time?.restore());

const URL = "https://meet.example.com/room-7";

async function onlineDay(format: string) {
  const day = await dayAt(t);
  await t.db.roadshow.update({ where: { id: day.roadshow.id }, data: { format } });
  await t.db.roadshowPlace.update({ where: { id: day.placeId }, data: { url: URL } });
  return day;
}

it("gives the online room to who is registered with a place, and to nobody else", async () => {
  const day = await onlineDay("BOTH");
  const { number, startsOn } = day.roadshow;
  time = useTestClock(at(startsOn, "09:00"));
  const guest = await personAt(t, day.roadshow);
  const asked = { placeId: null, projectId: null };
  expect(await findRoomLinks(t.db, number, guest.actor)).toMatchObject([
    { placeId: day.placeId, url: URL },
  ]);
  expect((await getLivePage(t.db, number, asked, guest.actor)).rooms).toHaveLength(1);
  const others = [
    null,
    await makeStranger(t.db),
    (await personAt(t, day.roadshow, { state: "WAITING" })).actor,
    (await personAt(t, day.roadshow, { state: "CANCELLED" })).actor,
  ];
  for (const actor of others) {
    expect(await findRoomLinks(t.db, number, actor)).toEqual([]);
    const page = await getLivePage(t.db, number, asked, actor);
    expect(JSON.stringify(page)).not.toContain(URL);
  }
  const stage = await findPublicStage(t.db, { number, placeId: day.placeId });
  expect(JSON.stringify(stage)).not.toContain(URL);
});

it("does not give it before the day, nor where the event is on site only", async () => {
  const day = await onlineDay("ONLINE");
  const { number, startsOn } = day.roadshow;
  const guest = await personAt(t, day.roadshow);
  time = useTestClock(new Date(at(startsOn, "09:00").getTime() - 3 * 86_400_000));
  expect(await findRoomLinks(t.db, number, guest.actor)).toEqual([]);
  time.restore();
  time = useTestClock(at(startsOn, "09:00"));
  const onSite = await onlineDay("ONSITE");
  const visitor = await personAt(t, onSite.roadshow);
  expect(await findRoomLinks(t.db, onSite.roadshow.number, visitor.actor)).toEqual([]);
});

it("opens the room of a confidential session to those who accepted the undertaking only", async () => {
  const day = await onlineDay("ONLINE");
  const { id, number, startsOn } = day.roadshow;
  time = useTestClock(at(startsOn, "09:00"));
  const { projectId } = await t.db.roadshowEntry.findFirstOrThrow({
    where: { placeId: day.placeId, plan: { roadshowId: id }, projectId: { not: null } },
  });
  await t.db.roadshowProject.update({
    where: { id: projectId ?? "" },
    data: { confidentiality: "NDA_SESSION" },
  });
  const [guest, sworn] = [await personAt(t, day.roadshow), await personAt(t, day.roadshow)];
  await t.db.roadshowParticipant.updateMany({
    where: { roadshowId: id, userId: sworn.actor.userId },
    data: { ndaAcceptedAt: new Date() },
  });
  expect(await findRoomLinks(t.db, number, guest.actor)).toEqual([]);
  expect(await findRoomLinks(t.db, number, sworn.actor)).toHaveLength(1);
});
