import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { askQuestion } from "~/domain/roadshows/day/ask-question.server";
import { giveCard } from "~/domain/roadshows/day/give-card.server";
import { getLivePage } from "~/domain/roadshows/day/live-queries.server";
import { moveQuestion } from "~/domain/roadshows/day/move-question.server";
import { getQuestionPage } from "~/domain/roadshows/day/question-queries.server";
import type { RoadshowHint } from "~/domain/roadshows/day/roadshow-hint-schema";
import { onRoadshowNews } from "~/domain/roadshows/day/roadshow-news.server";
import { roadshowQuestionConduct } from "~/domain/roadshows/day/roadshow-question-conduct.server";
import type {
  QuestionRelation,
  QuestionState,
} from "~/domain/roadshows/day/roadshow-question-procedure";
import { voteQuestion } from "~/domain/roadshows/day/vote-question.server";
import { withdrawCard } from "~/domain/roadshows/day/withdraw-card.server";
import { calendarDate, useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeStranger } from "../../factories/people";
import { dayAt, type TestDay } from "../../factories/roadshow-day";
import { personAt, type TestPerson } from "../../factories/roadshow-people";
import { at, seatOf } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
const TODAY = calendarDate(new Date());
let time: ReturnType<typeof useTestClock>;
let day: TestDay;
let person: TestPerson;
let moderator: UserActor;
beforeEach(async () => {
  time = useTestClock(at(TODAY, "09:00"));
  day = await dayAt(t, { rules: { isModerated: true } });
  person = await personAt(t, day.roadshow);
  moderator = (await seatOf(t, day.roadshow, "MODERATOR")).actor;
});
afterEach(() => time.restore());

const projectOf = (of: TestDay) => of.projects[0]?.id ?? "";
const ask = (actor: UserActor, text = "量产成本是多少？", of = day) =>
  askQuestion(
    { number: of.roadshow.number, projectId: projectOf(of), text, isAnonymous: true },
    actor,
    t.db,
  );
const move = (
  questionId: string,
  what: Parameters<typeof moveQuestion>[0]["move"],
  actor = moderator,
) => moveQuestion({ roadshowId: day.roadshow.id, questionId, move: what }, actor, t.db);
const live = (actor: UserActor | null, of = day) =>
  getLivePage(t.db, of.roadshow.number, { placeId: null, projectId: projectOf(of) }, actor);

describe("questions from the audience", () => {
  it("wait for a moderator, and are seen without the name that was not to be shown", async () => {
    const id = await ask(person.actor);
    expect((await live(null)).questions).toEqual([]);
    expect((await live(person.actor)).questions).toMatchObject([
      { id, isOwn: true, isWaiting: true },
    ]);
    const page = await getQuestionPage(
      t.db,
      day.roadshow.id,
      { state: "PENDING", page: 1 },
      moderator,
    );
    expect(page.questions).toMatchObject([{ id, asker: person.name, isAnonymous: true }]);
    await move(id, "show");
    expect((await live(null)).questions).toMatchObject([{ id, name: null, isAnswered: false }]);
    await move(id, "answer");
    expect((await live(null)).questions).toMatchObject([{ id, isAnswered: true }]);
    await move(id, "hide");
    expect((await live(person.actor)).questions).toEqual([]);
  });

  it("are shown at once where the event is not moderated", async () => {
    const open = await dayAt(t, { rules: { isModerated: false } });
    const guest = await personAt(t, open.roadshow);
    await ask(guest.actor, "样品能试用吗？", open);
    expect((await live(null, open)).questions).toMatchObject([{ text: "样品能试用吗？" }]);
  });

  it("cannot flood the stage", async () => {
    await ask(person.actor);
    await expect(ask(person.actor, "又一个")).rejects.toMatchObject({
      code: "stage_question_pause",
      status: 429,
    });
    for (let turn = 0; turn < 4; turn += 1) {
      time.advance(20_000);
      await ask(person.actor, `问题 ${turn}`);
    }
    time.advance(20_000);
    await expect(ask(person.actor, "第六个")).rejects.toMatchObject({
      code: "stage_questions_max",
    });
  });

  it("belong to people who are registered, and to moderators", async () => {
    const waiting = await personAt(t, day.roadshow, { state: "WAITING" });
    for (const actor of [await makeStranger(t.db), waiting.actor]) {
      await expect(ask(actor)).rejects.toMatchObject({ code: "stage_register_first" });
    }
    const id = await ask(person.actor);
    const rival = await personAt(t, day.roadshow);
    for (const actor of [rival.actor, await makeStranger(t.db)]) {
      await expect(move(id, "show", actor)).rejects.toMatchObject({ status: 404 });
      await expect(move(id, "withdraw", actor)).rejects.toMatchObject({ status: 404 });
    }
    await expect(move(id, "show", person.actor)).rejects.toMatchObject({ code: "wrong_actor" });
    const other = await dayAt(t);
    await expect(
      moveQuestion(
        { roadshowId: other.roadshow.id, questionId: id, move: "show" },
        other.organiser,
        t.db,
      ),
    ).rejects.toMatchObject({ status: 404 });
    await move(id, "withdraw", person.actor);
  });

  it("about a confidential project need the undertaking", async () => {
    const secret = await dayAt(t, { project: { confidentiality: "NDA_SESSION" } });
    const guest = await personAt(t, secret.roadshow);
    const sworn = await personAt(t, secret.roadshow, { hasUndertaking: true });
    await expect(ask(guest.actor, "问", secret)).rejects.toMatchObject({
      code: "stage_undertaking_first",
    });
    await ask(sworn.actor, "问", secret);
    const hidden = await live(guest.actor, secret);
    expect(hidden.needsUndertaking).toBe(true);
    expect(JSON.stringify(hidden)).not.toContain(secret.projects[0]?.title);
    expect((await live(sworn.actor, secret)).project?.title).toBe(secret.projects[0]?.title);
  });
});

describe("votes and cards", () => {
  it("count one vote of each person, at once or again, and none for one's own question", async () => {
    const id = await ask(person.actor);
    await move(id, "show");
    const { number } = day.roadshow;
    const voters = [await personAt(t, day.roadshow), await personAt(t, day.roadshow)];
    const vote = (actor: UserActor, isWanted = true) =>
      voteQuestion({ number, questionId: id, isWanted }, actor, t.db);
    await Promise.all(voters.flatMap(({ actor }) => [vote(actor), vote(actor)]));
    const votes = async () =>
      (await t.db.roadshowQuestion.findUniqueOrThrow({ where: { id } })).votes;
    expect(await votes()).toBe(2);
    await vote(voters[0]?.actor ?? person.actor, false);
    await vote(voters[0]?.actor ?? person.actor, false);
    expect(await votes()).toBe(1);
    await expect(vote(person.actor)).rejects.toMatchObject({ code: "stage_own_question" });
    await expect(vote(await makeStranger(t.db))).rejects.toMatchObject({ status: 403 });
  });

  it("are counted for the person, from whatever phone, sixty a minute", async () => {
    const id = await ask(person.actor);
    await move(id, "show");
    const { number, id: roadshowId } = day.roadshow;
    const voter = await personAt(t, day.roadshow);
    const fromPhone = (questionId = id) =>
      voteQuestion({ number, questionId, isWanted: true }, { ...voter.actor }, t.db);
    await fromPhone();
    await fromPhone();
    const { votes } = await t.db.roadshowQuestion.findUniqueOrThrow({ where: { id } });
    expect(votes).toBe(1);
    const more = Array.from({ length: 60 }, () => ({
      ...{ id: newId(), roadshowId, projectId: projectOf(day), participantId: person.id },
      ...{ text: "问题", state: "SHOWN" },
    }));
    await t.db.roadshowQuestion.createMany({ data: more });
    const createdAt = at(TODAY, "09:00");
    await t.db.roadshowVote.createMany({
      data: more
        .slice(1)
        .map((one) => ({ questionId: one.id, participantId: voter.id, createdAt })),
    });
    await expect(fromPhone(more[0]?.id)).rejects.toMatchObject({
      code: "stage_votes_max",
      status: 429,
      params: { max: 60 },
    });
    // Others in the same hall go on.
    const other = await personAt(t, day.roadshow);
    const wanted = { number, questionId: more[0]?.id ?? "", isWanted: true };
    await voteQuestion(wanted, other.actor, t.db);
    time.advance(61_000);
    await fromPhone(more[0]?.id);
  });

  it("tell the pages of their project only when a moderator moves a question", async () => {
    const id = await ask(person.actor);
    const hints: RoadshowHint[] = [];
    const stop = onRoadshowNews((news) => news.kind === "HINT" && hints.push(news.hint));
    await move(id, "show");
    await move(id, "hide");
    stop();
    expect(hints.map((one) => [one.topic, one.projectId])).toEqual([
      ["questions", projectOf(day)],
      ["questions", projectOf(day)],
    ]);
  });

  it("keep one card of each kind, which can be taken back and given again", async () => {
    const { number } = day.roadshow;
    const card = { number, projectId: projectOf(day), kind: "MEET" as const };
    await Promise.all([
      giveCard({ ...card, note: "想谈许可" }, person.actor, t.db),
      giveCard({ ...card, note: "想谈许可" }, person.actor, t.db),
    ]);
    await giveCard({ ...card, kind: "INVEST", note: "" }, person.actor, t.db);
    expect((await live(person.actor)).project?.cards.map((one) => one.kind).sort()).toEqual([
      "INVEST",
      "MEET",
    ]);
    await withdrawCard(card, person.actor, t.db);
    await expect(withdrawCard(card, person.actor, t.db)).rejects.toMatchObject({ status: 404 });
    await giveCard({ ...card, note: "再谈" }, person.actor, t.db);
    const cards = await t.db.roadshowCard.findMany({ where: { participantId: person.id } });
    expect(cards.map((one) => one.withdrawnAt)).toEqual([null, null]);
    const stranger = await makeStranger(t.db);
    await expect(giveCard({ ...card, note: "" }, stranger, t.db)).rejects.toMatchObject({
      code: "stage_register_first",
    });
    await expect(
      giveCard({ ...card, projectId: newId(), note: "" }, person.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("roadshow-question", () => {
  walkProcedure({
    conduct: roadshowQuestionConduct,
    db: () => t.db,
    walkers: ["moderator", "asker", "market", "stranger"],
    actors: async (): Promise<Walker<QuestionRelation>[]> => [
      { name: "moderator", actor: moderator, relations: ["moderator"] },
      { name: "asker", actor: person.actor, relations: ["asker"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ],
    make: async (state: QuestionState) => {
      const id = newId();
      await t.db.roadshowQuestion.create({
        data: {
          id,
          state,
          roadshowId: day.roadshow.id,
          projectId: projectOf(day),
          participantId: person.id,
          text: "问题",
        },
      });
      return id;
    },
  });
});
