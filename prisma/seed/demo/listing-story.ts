import { checkListing } from "~/domain/catalogue/check-listing.server";
import { closeListing } from "~/domain/catalogue/close-listing.server";
import { createDraft } from "~/domain/catalogue/create-draft.server";
import { LISTING_CONDUCT } from "~/domain/catalogue/listing-conduct.server";
import { reviewListing } from "~/domain/catalogue/review-listing.server";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import { submitListing } from "~/domain/catalogue/submit-listing.server";
import { withdrawListing } from "~/domain/catalogue/withdraw-listing.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { achievementContent, needContent } from "./listing-content";
import { demoPeople } from "./people";
import type { DemoAchievement, DemoNeed } from "./types";
import type { DemoCast } from "./write-people";

export type Step = { at: Date; run(): Promise<void> };
type Told = { kind: "achievement"; item: DemoAchievement } | { kind: "need"; item: DemoNeed };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SOURCE = "demo";

/** The person of an organisation who writes, and the one who checks; the same where it has only one. */
function castOf(organisation: string): { writer: string; checker: string } {
  const members = demoPeople.filter((one) => one.membership?.organisation === organisation);
  const writer = members.find((one) => one.membership?.role === "MEMBER") ?? members[0];
  const checker = members.find((one) => one.membership?.role === "OWNER") ?? members[0];
  return { writer: writer?.email ?? "", checker: checker?.email ?? "" };
}

/**
 * What happened to a listing up to the state in which the demonstration shows it, as steps with
 * their times; none if the listing exists already.
 */
export async function storyOf(db: Db, cast: DemoCast, told: Told, today: Date): Promise<Step[]> {
  const { item, kind } = told;
  const externalId = item.key;
  const where = { source_externalId: { source: SOURCE, externalId } };
  const select = { id: true };
  const known =
    kind === "achievement"
      ? await db.achievement.findUnique({ where, select })
      : await db.need.findUnique({ where, select });
  if (known) return [];

  const organisation = assertFound(cast.organisations.get(item.organisation));
  const { writer, checker } = castOf(item.organisation);
  const region = item.region ?? organisation.regionCode;
  const reviewer = region.startsWith("3701")
    ? "city-reviewer@demo.example"
    : "province-reviewer@demo.example";
  const as = async (email: string): Promise<UserActor> => {
    const userId = assertFound(cast.people.get(email));
    const session = { userId, sessionId: "", actingOrganisationId: organisation.id };
    return assertFound(await findActorById(db, session));
  };
  // Working hours of the market, each listing at its own minute.
  const minute = [...item.key].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 420, 7);
  const at = (daysAgo: number, hour: number) => {
    const midnight = Math.floor((today.getTime() + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS;
    const time = midnight - daysAgo * DAY_MS + (hour * 60 + minute / 4) * 60_000;
    return new Date(Math.min(time, today.getTime() - 60_000 * (12 - hour / 2)));
  };
  let id = "";
  const ref = () => ({ kind, id });
  const day = item.daysAgo;
  const lead: Record<typeof item.state, number> = {
    DRAFT: 0,
    ORG_CHECK: 0,
    MARKET_REVIEW: 1,
    CORRECTION: 3,
    PUBLISHED: 4,
    EXPIRED: 4,
    WITHDRAWN: 4,
    CLOSED: 4,
  };
  const submittedDay = day + lead[item.state];

  const draft: Step = {
    at: at(submittedDay + 2, 9),
    run: async () => {
      const actor = await as(writer);
      const created = await createDraft({ kind, organisationId: organisation.id }, actor, db);
      id = created.id;
      const shared = { id, revision: created.revision };
      if (told.kind === "achievement") {
        const content = achievementContent(told.item, organisation.regionCode);
        await saveDraft({ ...shared, kind: "achievement", content }, actor, db);
      } else {
        const content = needContent(told.item, organisation.regionCode, today);
        await saveDraft({ ...shared, kind: "need", content }, actor, db);
      }
      const data = { source: SOURCE, externalId, createdAt: clock.now() };
      if (kind === "achievement") await db.achievement.update({ where: { id }, data });
      else await db.need.update({ where: { id }, data });
    },
  };
  const submit: Step = {
    at: at(submittedDay, 10),
    run: async () => submitListing(ref(), await as(writer), db),
  };
  const check: Step = {
    at: at(Math.max(submittedDay - 1, 0), 14),
    run: async () => checkListing({ ...ref(), isPassed: true }, await as(checker), db),
  };
  const publish: Step = {
    at: at(day, 16),
    run: async () => reviewListing({ ...ref(), decision: "publish" }, await as(reviewer), db),
  };
  const later: Step = {
    at: at(Math.floor(day / 2), 11),
    run: async () => {
      const input = { ...ref(), note: item.note ?? "" };
      if (item.state === "WITHDRAWN") await withdrawListing(input, await as(writer), db);
      else await closeListing(input, await as(writer), db);
    },
  };
  const published = [draft, submit, check, publish];

  switch (item.state) {
    case "DRAFT":
      return [draft];
    case "ORG_CHECK":
      return [draft, submit];
    case "MARKET_REVIEW":
      return [draft, submit, check];
    case "PUBLISHED":
      return published;
    case "CORRECTION":
      return [draft, submit, check, { at: at(day, 15), run: () => sendBack() }];
    case "EXPIRED":
      return [...published, { at: at(day - 366, 1), run: () => expire() }];
    case "WITHDRAWN":
    case "CLOSED":
      return [...published, later];
  }

  async function sendBack(): Promise<void> {
    const comments = (item.comments ?? []).map(([field, message]) => ({ field, message }));
    const note = "请按字段意见修改后重新提交。";
    await reviewListing({ ...ref(), decision: "return", note, comments }, await as(reviewer), db);
  }

  async function expire(): Promise<void> {
    await advance(db, LISTING_CONDUCT[kind], id, "expire", systemActor("clock"));
  }
}
