import { describe, expect, it } from "vitest";
import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { addChallengeFile } from "~/domain/challenges/add-challenge-file.server";
import { challengeCalendar } from "~/domain/challenges/challenge-calendar.server";
import { getChallengeCase } from "~/domain/challenges/challenge-case-queries.server";
import { createChallenge } from "~/domain/challenges/create-challenge.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import {
  getChallengeFile,
  getPublicChallenge,
} from "~/domain/challenges/public-challenge-queries.server";
import { recordChallengeView } from "~/domain/challenges/record-challenge-view.server";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import {
  challengeForm,
  makeTrader,
  publishChallenge,
  SECRET,
  submitIntention,
} from "../../factories/challenges";
import { makeOfficer, makeStranger } from "../../factories/people";
import { makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const upload = { name: "产线图.png", bytes: new Uint8Array(Buffer.from(PNG, "base64")) };

const asJson = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === "bigint" ? one.toString() : one));

/** A published challenge with a document behind the agreement. */
async function publishWithFile() {
  const poster = await makeTrader(t.db);
  const office = await makeOfficer(t.db, "MARKET_OPERATOR", null);
  const { id } = await createChallenge({ organisationId: poster.id }, poster.actor, t.db);
  const form = challengeForm();
  await saveChallenge({ challengeId: id, revision: 1, form }, poster.actor, t.db);
  const file = { challengeId: id, title: "产线真空度图", visibility: "AGREED" as const, upload };
  await addChallengeFile(file, poster.actor, t.db);
  await moveChallenge({ challengeId: id, move: "submit" }, poster.actor, t.db);
  const yes = { isReal: true, isMeasurable: true, isFunded: true };
  const vet = { challengeId: id, decision: "publish" as const, note: "需求真实", ...yes };
  await vetChallenge(vet, office, t.db);
  const row = await t.db.challenge.findUniqueOrThrow({
    where: { id },
    select: { number: true, agreementHash: true, files: { select: { id: true } } },
  });
  return {
    id,
    poster,
    office,
    number: row.number,
    hash: row.agreementHash ?? "",
    fileId: row.files[0]?.id ?? "",
  };
}

describe("the agreement", () => {
  it("keeps text and documents from everybody who has not accepted it", async () => {
    const challenge = await publishWithFile();
    const { number, hash: textHash, fileId } = challenge;
    const [reader, taker] = [await makeStranger(t.db), await makeTrader(t.db)];
    for (const actor of [null, reader, taker.actor]) {
      const page = await getPublicChallenge(t.db, number, actor, "zh-CN");
      const sent = asJson(page);
      expect(sent).not.toContain(SECRET);
      expect(sent).not.toContain("真空度");
      expect([page.mayRead, page.confidential, page.hiddenFiles]).toEqual([false, null, 1]);
      await expect(getChallengeFile(t.db, number, fileId, actor)).rejects.toMatchObject({
        status: 404,
      });
    }
    const wrong = { number, textHash: "0".repeat(64) };
    await expect(acceptChallengeAgreement(wrong, taker.actor, t.db)).rejects.toMatchObject({
      code: "challenge_agreement_changed",
    });
    await Promise.all(
      [1, 2].map(() => acceptChallengeAgreement({ number, textHash }, taker.actor, t.db)),
    );
    const page = await getPublicChallenge(t.db, number, taker.actor, "zh-CN");
    expect(page.confidential).toBe(SECRET);
    expect(page.agreement.acceptedAt).not.toBeNull();
    expect(page.activity).toMatchObject({ agreements: 1, intentions: null });
    const file = await getChallengeFile(t.db, number, fileId, taker.actor);
    expect(file.isPublic).toBe(false);
    const other = await getPublicChallenge(t.db, number, reader, "zh-CN");
    expect(asJson(other)).not.toContain(SECRET);
  });

  it("is asked for before an intention counts", async () => {
    const challenge = await publishChallenge(t.db);
    const taker = await makeTrader(t.db);
    const elsewhere = await publishChallenge(t.db);
    // The agreement of another challenge does not open this one.
    const { number, hash: textHash } = elsewhere;
    await acceptChallengeAgreement({ number, textHash }, taker.actor, t.db);
    const wrongHash = { ...challenge, hash: elsewhere.hash };
    await expect(submitIntention(t.db, wrongHash, taker)).rejects.toMatchObject({
      code: "challenge_agreement_changed",
    });
  });
});

describe("the public page", () => {
  it("does not exist before it is published, and shows no draft to the office", async () => {
    const poster = await makeTrader(t.db);
    const need = await makeNeed(t.db, poster.id, { background: "背景" });
    const from = { organisationId: poster.id, needId: need.id };
    const { id } = await createChallenge(from, poster.actor, t.db);
    const row = await t.db.challenge.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ title: need.title, needId: need.id, background: "背景" });
    const { number } = row;
    await expect(getPublicChallenge(t.db, number, null, "zh-CN")).rejects.toMatchObject({
      status: 404,
    });
    const office = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await expect(getChallengeCase(t.db, id, office, "office", "zh-CN")).rejects.toMatchObject({
      status: 404,
    });
    const other = await makeTrader(t.db);
    await expect(
      createChallenge({ ...from, organisationId: other.id }, other.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
    const form = challengeForm();
    const save = { challengeId: id, revision: 1, form };
    await expect(saveChallenge(save, other.actor, t.db)).rejects.toMatchObject({ status: 404 });
    await saveChallenge(save, poster.actor, t.db);
    await expect(saveChallenge(save, poster.actor, t.db)).rejects.toMatchObject({
      code: "stale_revision",
    });
  });

  it("counts views by day and gives the deadlines as a calendar", async () => {
    const challenge = await publishChallenge(t.db);
    await Promise.all([1, 2, 3].map(() => recordChallengeView(challenge.id, t.db)));
    const page = await getPublicChallenge(t.db, challenge.number, null, "en");
    expect(page.activity.views).toBe(3);
    expect(page.activity.days.at(-1)?.views).toBe(3);
    const text = await challengeCalendar(t.db, challenge.number, {
      base: "https://market.example",
      language: "zh-CN",
      names: { due: "截止", publicity: "公示", finish: "完成" },
    });
    expect(text).toContain(`UID:challenge-${challenge.number}-due@market.example`);
    expect(text).not.toContain(SECRET);
  });

  it("is not published with targets that nobody can measure, or public money without a source", async () => {
    const vague = { name: "性能好", comparator: "TEXT", value: "优良", unit: "", testMethod: "" };
    await expect(publishChallenge(t.db, { form: { targets: [vague] } })).rejects.toMatchObject({
      code: "challenge_not_measurable",
      field: "targets",
    });
    const unsourced = { publicFen: "100000" };
    await expect(publishChallenge(t.db, { form: unsourced })).rejects.toMatchObject({
      code: "challenge_public_source",
      field: "publicSource",
    });
    const poster = await makeTrader(t.db);
    const office = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const own = { ...office, memberships: poster.actor.memberships };
    await expect(publishChallenge(t.db, { poster, office: own })).rejects.toMatchObject({
      code: "own_organisation",
    });
  });
});
