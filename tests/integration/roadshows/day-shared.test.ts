import { afterEach, expect, it, vi } from "vitest";
import { askQuestion } from "~/domain/roadshows/day/ask-question.server";
import { controlStage } from "~/domain/roadshows/day/control-stage.server";
import { getLivePage } from "~/domain/roadshows/day/live-queries.server";
import { SHARED_MS } from "~/domain/roadshows/day/roadshow-hint-schema";
import { findPublicStage } from "~/domain/roadshows/day/stage-queries.server";
import { voteQuestion } from "~/domain/roadshows/day/vote-question.server";
import type { Db } from "~/platform/db.server";
import { makeStranger } from "../../factories/people";
import { dayAt } from "../../factories/roadshow-day";
import { personAt } from "../../factories/roadshow-people";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
afterEach(() => void vi.restoreAllMocks());

/** The database with a count of what is asked of it. */
function counted() {
  const count = { asked: 0 };
  const db = new Proxy(t.db, {
    get(target, key) {
      if (typeof key === "string" && !key.startsWith("$")) count.asked += 1;
      return Reflect.get(target, key);
    },
  });
  return { db: db as Db, count };
}

it("reads a stage once for the screens that ask together, and anew after a change", async () => {
  const day = await dayAt(t);
  // Time stands still, so that a slow machine stays within the window.
  const time = vi.spyOn(performance, "now").mockReturnValue(10_000);
  const { db, count } = counted();
  const ask = (seen?: string) =>
    findPublicStage(db, { number: day.roadshow.number, placeId: day.placeId, seen });
  expect(await ask()).toMatchObject({ board: { revision: 0, phase: "WAITING" } });
  const once = count.asked;
  const many = await Promise.all(Array.from({ length: 50 }, () => ask()));
  expect(many.every((one) => one?.board.revision === 0)).toBe(true);
  expect(count.asked).toBe(once);
  await controlStage(
    { roadshowId: day.roadshow.id, placeId: day.placeId, revision: 0 },
    { intent: "talk" },
    day.organiser,
    t.db,
  );
  expect(await ask()).toMatchObject({ board: { revision: 1, phase: "TALK" } });
  expect(count.asked).toBeGreaterThan(once);
  // Another process has changed it: nobody tells this one, but its hint has a mark.
  const data = { revision: 2, message: "请回到会场" };
  await t.db.roadshowStage.update({ where: { placeId: day.placeId }, data });
  expect((await ask())?.board.revision).toBe(1);
  expect((await ask("mark-of-the-hint"))?.board).toMatchObject(data);
  time.mockReturnValue(10_000 + SHARED_MS);
  expect((await ask())?.board.revision).toBe(2);
});

it("reads the audience's page once for all, and what is one's own for each", async () => {
  const day = await dayAt(t, { rules: { isModerated: false } });
  vi.spyOn(performance, "now").mockReturnValue(10_000);
  const { number } = day.roadshow;
  const [project] = day.projects;
  const { db, count } = counted();
  const asked = { placeId: null, projectId: project?.id ?? null };
  expect((await getLivePage(db, number, asked, null)).questions).toEqual([]);
  const once = count.asked;
  await Promise.all(Array.from({ length: 20 }, () => getLivePage(db, number, asked, null)));
  expect(count.asked).toBe(once);
  const [asker, voter] = [await personAt(t, day.roadshow), await personAt(t, day.roadshow)];
  const input = { number, projectId: project?.id ?? "", text: "何时量产？", isAnonymous: false };
  const questionId = await askQuestion(input, asker.actor, t.db);
  const seenBy = async (actor: Parameters<typeof getLivePage>[3]) =>
    (await getLivePage(db, number, asked, actor)).questions[0];
  expect(await seenBy(null)).toMatchObject({ id: questionId, votes: 0, isOwn: false });
  await voteQuestion({ number, questionId, isWanted: true }, voter.actor, t.db);
  expect(await seenBy(voter.actor)).toMatchObject({ votes: 1, hasVoted: true, isOwn: false });
  expect(await seenBy(asker.actor)).toMatchObject({ votes: 1, hasVoted: false, isOwn: true });
  expect(await seenBy(null)).toMatchObject({ votes: 1, hasVoted: false, isOwn: false });
});

it("shares nothing of a hidden event, nor titles of confidential projects", async () => {
  const secret = await dayAt(t, { projects: 1, project: { confidentiality: "NDA_SESSION" } });
  const { number } = secret.roadshow;
  const title = secret.projects[0]?.title;
  const sworn = await personAt(t, secret.roadshow, { hasUndertaking: true });
  const asked = { placeId: null, projectId: null };
  expect((await getLivePage(t.db, number, asked, sworn.actor)).project?.title).toBe(title);
  for (const actor of [null, await makeStranger(t.db)]) {
    const page = await getLivePage(t.db, number, asked, actor);
    expect(page.needsUndertaking).toBe(true);
    expect(JSON.stringify(page)).not.toContain(title);
  }
  const draft = await roadshowAt(t, "DRAFT");
  const place = { number: draft.number, placeId: draft.halls[0] };
  expect(await findPublicStage(t.db, place)).toBeNull();
  expect((await getLivePage(t.db, draft.number, asked, draft.organiser.actor)).number).toBe(
    draft.number,
  );
  await expect(getLivePage(t.db, draft.number, asked, null)).rejects.toMatchObject({ status: 404 });
});
