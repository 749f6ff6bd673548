import { afterEach, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { addReplay } from "~/domain/roadshows/follow-up/add-replay.server";
import { answerConsent } from "~/domain/roadshows/follow-up/answer-consent.server";
import { getConsents } from "~/domain/roadshows/follow-up/consent-queries.server";
import type { ConsentKind } from "~/domain/roadshows/follow-up/consent-schema";
import { getOwnProject } from "~/domain/roadshows/follow-up/own-project-access.server";
import { rateRoadshow } from "~/domain/roadshows/follow-up/rate-roadshow.server";
import { removeReplay } from "~/domain/roadshows/follow-up/remove-replay.server";
import {
  listPublicReplays,
  listReplayProjects,
} from "~/domain/roadshows/follow-up/replay-queries.server";
import { replaySchema } from "~/domain/roadshows/follow-up/replay-schema";
import { clock, useTestClock } from "~/domain/shared/clock";
import { makeMember, makeStranger } from "../../factories/people";
import { checkInOf, presentedAt } from "../../factories/roadshow-after";
import type { TestProject } from "../../factories/roadshow-call";
import { personAt } from "../../factories/roadshow-people";
import { roadshowAt } from "../../factories/roadshows";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let testClock: ReturnType<typeof useTestClock> | undefined;

afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

async function consent(
  project: TestProject,
  kind: ConsentKind,
  isGiven: boolean,
  actor: UserActor = project.presenter,
) {
  const { consents } = await getConsents(project.id, actor, t.db);
  const textHash = consents.find((one) => one.kind === kind)?.textHash ?? "";
  await answerConsent({ projectId: project.id, kind, isGiven, textHash }, actor, t.db);
}

it("shows a replay while both consents stand, and not a moment longer", async () => {
  const roadshow = await roadshowAt(t, "REPORTED");
  const project = await presentedAt(t, roadshow);
  const { actor } = roadshow.organiser;
  const url = "https://video.example.com/1";
  const add = () =>
    addReplay({ roadshowId: roadshow.id, projectId: project.id, title: "讲解", url }, actor, t.db);
  const shown = async () =>
    (await listPublicReplays(roadshow.number, null, t.db)).projects.flatMap((one) => one.replays);
  await consent(project, "RECORDING", true);
  await expect(add()).rejects.toMatchObject({ code: "roadshow_replay_consent" });
  await consent(project, "REPLAY", true);
  await consent(project, "REPLAY", true);
  await add();
  expect(await shown()).toMatchObject([{ title: "讲解", url }]);
  await consent(project, "REPLAY", false);
  expect(await shown()).toEqual([]);
  await consent(project, "REPLAY", true);
  expect(await shown()).toHaveLength(1);
  await consent(project, "RECORDING", false);
  expect(await shown()).toEqual([]);
  await consent(project, "RECORDING", true);
  const [row] = await shown();
  await removeReplay({ roadshowId: roadshow.id, replayId: row?.id ?? "" }, actor, t.db);
  expect(await shown()).toEqual([]);
  expect(await t.db.roadshowConsent.count()).toBe(6);
  const change = t.db.roadshowConsent.updateMany({ data: { isGiven: true } });
  await expect(change).rejects.toThrow();
});

it("takes consent from the presenter alone, to the text that was shown", async () => {
  const roadshow = await roadshowAt(t, "CALL_OPEN");
  const project = await presentedAt(t, roadshow);
  const colleague = await makeMember(t.db, project.owner.id, "MEMBER", ["PUBLISH"]);
  await expect(consent(project, "RECORDING", true, colleague)).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const actor of [roadshow.organiser.actor, await makeStranger(t.db)]) {
    await expect(getConsents(project.id, actor, t.db)).rejects.toMatchObject({ status: 404 });
  }
  const forged = { projectId: project.id, kind: "REPLAY", isGiven: true, textHash: "0" } as const;
  await expect(answerConsent(forged, project.presenter, t.db)).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  // A presenter from outside answers for image and voice, and sees nothing else of the project.
  const outsider = await makeStranger(t.db);
  const lent = await presentedAt(t, roadshow, { presenterUserId: outsider.userId });
  await consent(lent, "RECORDING", true);
  await expect(getOwnProject(t.db, lent.id, outsider)).rejects.toMatchObject({ status: 404 });
  const secret = await presentedAt(t, roadshow, { confidentiality: "NDA_SESSION" });
  await consent(secret, "RECORDING", true);
  await expect(consent(secret, "REPLAY", true)).rejects.toMatchObject({
    code: "roadshow_replay_confidential",
  });
});

it("leaves replays to the organiser and takes https links only", async () => {
  const roadshow = await roadshowAt(t, "REPORTED");
  const other = await roadshowAt(t, "REPORTED");
  const project = await presentedAt(t, roadshow);
  await consent(project, "RECORDING", true);
  await consent(project, "REPLAY", true);
  const input = { projectId: project.id, title: "讲解", url: "https://video.example.com/1" };
  const add = (roadshowId: string, actor: UserActor) =>
    addReplay({ roadshowId, ...input }, actor, t.db);
  await expect(add(roadshow.id, project.presenter)).rejects.toMatchObject({ status: 404 });
  await expect(add(roadshow.id, other.organiser.actor)).rejects.toMatchObject({ status: 404 });
  await expect(add(other.id, other.organiser.actor)).rejects.toMatchObject({ status: 404 });
  await expect(listReplayProjects(roadshow.id, other.organiser.actor, t.db)).rejects.toMatchObject({
    status: 404,
  });
  const refused = ["http://a.com/1", "javascript:alert(1)", "https://u:p@a.com", "https://x", ""];
  for (const url of refused) {
    expect(replaySchema.safeParse({ ...input, url }).success, url).toBe(false);
  }
  expect(replaySchema.safeParse(input).success).toBe(true);
});

it("is rated once by its participants, changeable for some days", async () => {
  testClock = useTestClock(clock.now());
  const roadshow = await roadshowAt(t, "REPORTED");
  const guest = await personAt(t, roadshow, { roles: ["AUDIENCE"] });
  const rate = (actor: UserActor, organisation = 5) =>
    rateRoadshow(
      roadshow.number,
      { organisation, content: 4, meetings: null, note: "" },
      actor,
      t.db,
    );
  await expect(rate(guest.actor)).rejects.toMatchObject({ code: "roadshow_rating_absent" });
  await checkInOf(t, roadshow, guest.id);
  await Promise.all([rate(guest.actor), rate(guest.actor)]);
  await rate(guest.actor, 3);
  expect(await t.db.roadshowRating.findMany()).toMatchObject([{ organisation: 3 }]);
  testClock.advance(14 * 86_400_000);
  await expect(rate(guest.actor)).rejects.toMatchObject({ code: "roadshow_rating_late" });
  const stranger = await makeStranger(t.db);
  await expect(rate(stranger)).rejects.toMatchObject({ code: "roadshow_rating_guest" });
  const waiting = await personAt(t, roadshow, { state: "WAITING" });
  await expect(rate(waiting.actor)).rejects.toMatchObject({ code: "roadshow_rating_guest" });
  const { actor } = roadshow.organiser;
  await personAt(t, roadshow, { userId: actor.userId });
  await expect(rate(actor)).rejects.toMatchObject({ code: "roadshow_rating_own" });
  const judge = await personAt(t, roadshow, { roles: ["JUDGE"] });
  await expect(rate(judge.actor)).rejects.toMatchObject({ code: "roadshow_rating_own" });
  const early = await roadshowAt(t, "LIVE");
  const there = await personAt(t, early);
  const given = { organisation: 5, content: 5, meetings: 5, note: "" };
  await expect(rateRoadshow(early.number, given, there.actor, t.db)).rejects.toMatchObject({
    code: "roadshow_rating_early",
  });
});
