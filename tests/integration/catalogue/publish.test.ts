import { beforeEach, describe, expect, it } from "vitest";
import { checkListing } from "~/domain/catalogue/check-listing.server";
import { createDraft } from "~/domain/catalogue/create-draft.server";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { publishChange } from "~/domain/catalogue/publish-change.server";
import { publishImported } from "~/domain/catalogue/publish-imported.server";
import { reviewListing } from "~/domain/catalogue/review-listing.server";
import { listReviewComments, listReviewQueue } from "~/domain/catalogue/review-queries.server";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import { submitListing } from "~/domain/catalogue/submit-listing.server";
import { takeDownListing } from "~/domain/catalogue/take-down-listing.server";
import { listVersions } from "~/domain/catalogue/version-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { achievementContent, contentOf, makeDraft, makeListingIn } from "../../factories/listings";
import {
  actorOf,
  addMember,
  makeMember,
  makeOfficer,
  makeOrganisation,
  makeStranger,
} from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let organisationId: string;
let publisher: UserActor;
let checker: UserActor;
let reviewer: UserActor;

beforeEach(async () => {
  organisationId = (await makeOrganisation(t.db)).id;
  publisher = await makeMember(t.db, organisationId);
  checker = await makeMember(t.db, organisationId, "ADMIN", []);
  reviewer = await makeOfficer(t.db, "REVIEWER", "370100");
});

async function bringToReview(kind: "achievement" | "need" = "achievement") {
  const { id } = await makeDraft(t.db, publisher, organisationId, contentOf(kind));
  await submitListing({ kind, id }, publisher, t.db);
  await checkListing({ kind, id, isPassed: true }, checker, t.db);
  return id;
}

describe("from draft to public", () => {
  it.each(["achievement", "need"] as const)("%s", async (kind) => {
    const id = await bringToReview(kind);
    const queue = await listReviewQueue(t.db, reviewer, { skip: 0, take: 10 });
    expect(queue.rows).toMatchObject([{ kind, id, round: 1 }]);
    expect(queue.rows[0]?.dueAt).toBeInstanceOf(Date);

    await reviewListing({ kind, id, decision: "publish" }, reviewer, t.db);
    const listing = await getListing(t.db, { kind, id });
    expect(listing).toMatchObject({ state: "PUBLISHED", versionNumber: 1, regionCode: "370102" });
    const days =
      ((listing.expiresAt?.getTime() ?? 0) - (listing.publishedAt?.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(364);
    expect(days).toBeLessThan(368);
    expect(await t.db.searchOutbox.count({ where: { documentId: id, index: kind } })).toBe(1);
    const clocks = await t.db.procedureClock.findMany({
      where: { subjectId: id, stoppedAt: null },
      select: { clock: true },
    });
    expect(clocks.map((one) => one.clock).sort()).toEqual(["expiry", "reconfirmNotice"]);
    const told = await t.db.notification.findMany({ where: { userId: publisher.userId } });
    expect(told.map((one) => one.kind)).toContain("listingPublished");
    expect((await listReviewQueue(t.db, reviewer, { skip: 0, take: 10 })).rows).toEqual([]);
  });

  it("returned with comments, corrected, submitted again", async () => {
    const id = await bringToReview();
    const ref = { kind: "achievement", id } as const;
    const comments = [{ field: "summary", message: "请给出测试条件" }];
    await reviewListing({ ...ref, decision: "return", note: "见意见", comments }, reviewer, t.db);
    expect(await listReviewComments(t.db, ref)).toMatchObject([
      { round: 1, field: "summary", isResolved: false },
    ]);
    const { revision } = await getListing(t.db, ref);
    await saveDraft({ ...ref, revision, content: { summary: "0.1C 首效 92%" } }, publisher, t.db);
    await submitListing(ref, publisher, t.db);
    expect(await listReviewComments(t.db, ref)).toMatchObject([{ isResolved: true }]);
  });

  it("a reviewer of another region neither sees nor decides it", async () => {
    const id = await bringToReview();
    const far = await makeOfficer(t.db, "REVIEWER", "370200");
    expect((await listReviewQueue(t.db, far, { skip: 0, take: 10 })).rows).toEqual([]);
    const decision = { kind: "achievement", id, decision: "publish" } as const;
    await expect(reviewListing(decision, far, t.db)).rejects.toMatchObject({ code: "wrong_actor" });
  });

  it("a reviewer who belongs to the owner is refused", async () => {
    const id = await bringToReview();
    await addMember(t.db, organisationId, reviewer.userId, "MEMBER", []);
    const insider = await actorOf(t.db, reviewer.userId);
    const decision = { kind: "achievement", id, decision: "publish" } as const;
    await expect(reviewListing(decision, insider, t.db)).rejects.toMatchObject({
      code: "own_organisation",
    });
  });

  it("two reviewers at once: one decides, the other is told", async () => {
    const id = await bringToReview();
    const second = await makeOfficer(t.db, "REVIEWER", "370000");
    const ref = { kind: "achievement", id } as const;
    const results = await Promise.allSettled([
      reviewListing({ ...ref, decision: "publish" }, reviewer, t.db),
      reviewListing({ ...ref, decision: "return", note: "不行", comments: [] }, second, t.db),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")?.reason).toMatchObject({
      code: "wrong_state",
    });
    expect(await t.db.procedureMove.count({ where: { subjectId: id } })).toBe(3);
  });

  it("an incomplete draft is not submitted and says where", async () => {
    const { id } = await createDraft({ kind: "achievement", organisationId }, publisher, t.db);
    await expect(submitListing({ kind: "achievement", id }, publisher, t.db)).rejects.toMatchObject(
      { code: "listing_incomplete", field: "title" },
    );
  });

  it("without a patent application the disclosure risk must be accepted", async () => {
    const content = achievementContent({ ipRights: [] });
    const draft = await makeDraft(t.db, publisher, organisationId, {
      kind: "achievement",
      content,
    });
    const ref = { kind: "achievement", id: draft.id } as const;
    await expect(submitListing(ref, publisher, t.db)).rejects.toMatchObject({
      code: "disclosure_not_acknowledged",
    });
    const change = { disclosureAcknowledged: true };
    await saveDraft({ ...ref, revision: draft.revision, content: change }, publisher, t.db);
    await submitListing(ref, publisher, t.db);
  });

  it("an unverified organisation cannot submit", async () => {
    const fresh = await makeOrganisation(t.db, { isVerified: false });
    const member = await makeMember(t.db, fresh.id);
    const { id } = await makeDraft(t.db, member, fresh.id);
    await expect(submitListing({ kind: "achievement", id }, member, t.db)).rejects.toMatchObject({
      code: "organisation_not_verified",
    });
  });
});

describe("the organisation's check", () => {
  it("whoever submitted does not check while another may", async () => {
    const admin = await makeMember(t.db, organisationId, "ADMIN", ["PUBLISH"]);
    const { id } = await makeDraft(t.db, admin, organisationId);
    await submitListing({ kind: "achievement", id }, admin, t.db);
    const check = { kind: "achievement", id, isPassed: true } as const;
    await expect(checkListing(check, admin, t.db)).rejects.toMatchObject({
      code: "check_by_another",
    });
    await checkListing(check, checker, t.db);
  });

  it("a one-person organisation checks itself, and the evidence says so", async () => {
    const small = await makeOrganisation(t.db);
    const alone = await makeMember(t.db, small.id, "OWNER");
    const { id } = await makeDraft(t.db, alone, small.id);
    await submitListing({ kind: "achievement", id }, alone, t.db);
    await checkListing({ kind: "achievement", id, isPassed: true }, alone, t.db);
    const move = await t.db.procedureMove.findFirstOrThrow({
      where: { subjectId: id, move: "checkPassed" },
    });
    expect(JSON.stringify(move.evidence)).toContain('"PERSON_DECIDES"');
  });
});

describe("after publication", () => {
  it("a change stays hidden until it is published, then is a version with its note", async () => {
    const ref = { kind: "achievement", id: await bringToReview() } as const;
    await reviewListing({ ...ref, decision: "publish" }, reviewer, t.db);
    const { revision } = await getListing(t.db, ref);
    const content = { summary: "首次库伦效率 93%，成本低 30%" };
    const saved = await saveDraft({ ...ref, revision, content }, publisher, t.db);
    expect((await getListing(t.db, ref)).content.summary).toBe(achievementContent().summary);

    const change = { ...ref, revision: saved.revision, note: "更新测试数据" };
    await publishChange(change, publisher, t.db);
    const listing = await getListing(t.db, ref);
    expect(listing).toMatchObject({ state: "PUBLISHED", versionNumber: 2, pending: null });
    expect(listing.content.summary).toBe(content.summary);
    const versions = await listVersions(t.db, ref, null);
    expect(versions.map((one) => [one.number, one.content.summary])).toEqual([
      [2, content.summary],
      [1, achievementContent().summary],
    ]);
    await expect(publishChange(change, publisher, t.db)).rejects.toMatchObject({
      code: "nothing_changed",
    });
  });

  it("taking it down keeps the unpublished change as the draft", async () => {
    const ref = { kind: "achievement", id: await bringToReview() } as const;
    await reviewListing({ ...ref, decision: "publish" }, reviewer, t.db);
    const { revision } = await getListing(t.db, ref);
    await saveDraft({ ...ref, revision, content: { title: "改过的名称在这里" } }, publisher, t.db);
    await takeDownListing({ ...ref, note: "权属有争议" }, reviewer, t.db);
    expect(await getListing(t.db, ref)).toMatchObject({
      state: "CORRECTION",
      pending: null,
      content: { title: "改过的名称在这里" },
    });
  });
});

describe("bulk", () => {
  it("publishes many imported drafts or none", async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const owner = { organisationId, userId: publisher.userId };
    const ids = [];
    for (let i = 0; i < 20; i += 1) ids.push(await makeListingIn(t.db, "DRAFT", owner));
    await publishImported({ kind: "achievement", ids, source: "test" }, operator, t.db);
    expect(await t.db.achievement.count({ where: { state: "PUBLISHED" } })).toBe(20);
    expect(await t.db.listingVersion.count()).toBe(20);

    const more = [
      await makeListingIn(t.db, "DRAFT", owner),
      await makeListingIn(t.db, "CLOSED", owner),
    ];
    await expect(
      publishImported({ kind: "achievement", ids: more, source: "test" }, operator, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
    expect(await t.db.achievement.count({ where: { state: "PUBLISHED" } })).toBe(20);
  });

  it("a publisher imports only for an organisation that is trusted", async () => {
    const owner = { organisationId, userId: publisher.userId };
    const input = {
      kind: "achievement",
      ids: [await makeListingIn(t.db, "DRAFT", owner)],
      source: "test",
    } as const;
    await expect(publishImported(input, publisher, t.db)).rejects.toMatchObject({
      code: "wrong_actor",
    });
    await t.db.organisation.update({
      where: { id: organisationId },
      data: { trustedImport: true },
    });
    await publishImported(input, publisher, t.db);
  });
});

it("a stranger cannot start a draft in another's name, nor write to one", async () => {
  const stranger = await makeStranger(t.db);
  await expect(
    createDraft({ kind: "achievement", organisationId }, stranger, t.db),
  ).rejects.toMatchObject({ code: "forbidden" });
  const { id, revision } = await makeDraft(t.db, publisher, organisationId);
  const input = { kind: "achievement", id, revision, content: { title: "x" } } as const;
  await expect(saveDraft(input, stranger, t.db)).rejects.toMatchObject({ code: "forbidden" });
});
