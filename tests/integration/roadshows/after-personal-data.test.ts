import { expect, it } from "vitest";
import { closeAccount } from "~/domain/identity/close-account.server";
import { exportPersonalData } from "~/domain/identity/export-personal-data.server";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import { newId } from "~/domain/shared/ids";
import { makeMember } from "../../factories/people";
import { cardOf, checkInOf, firmAt, presentedAt } from "../../factories/roadshow-after";
import { meetingAt, personAt } from "../../factories/roadshow-people";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();

it("hands a person all that is kept about the person's roadshows, and nobody else's wishes", async () => {
  const roadshow = await roadshowAt(t, "REPORTED", { title: "数据导出路演" });
  const project = await presentedAt(t, roadshow);
  const firm = await firmAt(t, roadshow, { interests: "找电池材料", isListed: false });
  const presenter = await personAt(t, roadshow, {
    userId: project.presenter.userId,
    organisationId: project.owner.id,
    roles: ["PRESENTER"],
  });
  const id = newId;
  const roadshowId = roadshow.id;
  await checkInOf(t, roadshow, firm.id);
  const asked = await meetingAt(t, roadshow, firm, presenter, "HELD", project.id);
  await t.db.roadshowMeeting.update({ where: { id: asked }, data: { minutes: "寄样品" } });
  await t.db.roadshowWish.createMany({
    data: [
      { id: id(), fromId: firm.id, toId: presenter.id, level: "MUST" },
      { id: id(), fromId: presenter.id, toId: firm.id, level: "NO" },
    ],
  });
  const said = { projectId: project.id, participantId: firm.id };
  await t.db.roadshowQuestion.create({
    data: { id: id(), roadshowId, ...said, text: "残碱多少？", isAnonymous: true },
  });
  await cardOf(t, project.id, firm.id, "INVEST");
  const rating = { organisation: 4, content: 3, note: "场地小" };
  await t.db.roadshowRating.create({
    data: { id: id(), roadshowId, participantId: firm.id, ...rating },
  });
  const { roadshows } = await exportPersonalData(firm.actor, t.db);
  expect(roadshows.participations).toMatchObject([
    {
      roadshow: { number: roadshow.number, title: "数据导出路演" },
      interests: "找电池材料",
      checkIn: { at: expect.any(Date) },
      wishesFrom: [{ toId: presenter.id, level: "MUST" }],
      meetingsFrom: [{ minutes: "寄样品", state: "HELD" }],
      meetingsTo: [],
      questions: [{ text: "残碱多少？", isAnonymous: true }],
      cards: [{ kind: "INVEST", note: "想了解中试数据" }],
      ratings: [rating],
    },
  ]);
  // It goes out as JSON, without keys and without what others think.
  const text = JSON.stringify(roadshows);
  expect(text).not.toMatch(/"NO"|checkInCode|feedToken/);
  const other = await exportPersonalData(project.presenter, t.db);
  expect(other.roadshows).toMatchObject({
    participations: [{ meetingsTo: [{ fromId: firm.id }], wishesFrom: [{ level: "NO" }] }],
    presentations: [{ id: project.id }],
  });
  expect(JSON.stringify(other.roadshows)).not.toMatch(/残碱多少|场地小|"MUST"/);
});

it("hands a judge the seats, scores and reasons for stepping back", async () => {
  const roadshow = await roadshowAt(t, "LIVE");
  const project = await presentedAt(t, roadshow);
  const judge = await personAt(t, roadshow, { roles: ["JUDGE"] });
  const memberId = newId();
  const seat = { roadshowId: roadshow.id, userId: judge.actor.userId, role: "JUDGE" };
  await t.db.roadshowMember.create({
    data: {
      id: memberId,
      ...seat,
      state: "ACCEPTED",
      invitedById: roadshow.organiser.actor.userId,
    },
  });
  const of = { id: newId(), memberId, projectId: project.id };
  await t.db.roadshowScore.create({
    data: { ...of, totalHundredths: 8800, points: { all: 88 }, note: "数据扎实" },
  });
  const { roadshows } = await exportPersonalData(judge.actor, t.db);
  expect(roadshows.seats).toMatchObject([
    { role: "JUDGE", scores: [{ projectId: project.id, points: { all: 88 }, note: "数据扎实" }] },
  ]);
});

it("keeps no name and no contacts of who closes the account, but that somebody was there", async () => {
  const roadshow = await roadshowAt(t, "REPORTED");
  const project = await presentedAt(t, roadshow);
  const member = await makeMember(t.db, project.owner.id, "MEMBER");
  const presenter = await personAt(t, roadshow, {
    userId: member.userId,
    organisationId: project.owner.id,
    roles: ["PRESENTER"],
  });
  await t.db.roadshowParticipant.update({
    where: { id: presenter.id },
    data: { name: "李娜", title: "教授", phone: "13800000000", email: "li@demo.example" },
  });
  await t.db.roadshowProject.update({
    where: { id: project.id },
    data: { presenterName: "李娜", presenterUserId: presenter.actor.userId },
  });
  const password = "GrandMarket2026!";
  await writePassword(t.db, presenter.actor.userId, await hashPassword(password));
  await closeAccount({ password }, presenter.actor, t.db);
  expect(
    await t.db.roadshowParticipant.findUniqueOrThrow({ where: { id: presenter.id } }),
  ).toMatchObject({ name: "—", title: "", phone: "", email: "", state: "REGISTERED" });
  expect(await t.db.roadshowProject.findUniqueOrThrow({ where: { id: project.id } })).toMatchObject(
    { presenterName: "—", organisationId: project.owner.id },
  );
});
