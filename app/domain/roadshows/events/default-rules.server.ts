import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { DEFAULT_CRITERIA, DEFAULT_REVIEW_CRITERIA } from "./default-criteria";
import type { RoadshowRules } from "./roadshow-rules-schema";

const wallClock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, "0")).join(":");

/** The market's dated defaults for an event that is made on a day. */
export async function defaultRules(db: DbOrTx, on: Date): Promise<RoadshowRules> {
  const get = (key: string) => getPolicyNumber(db, `market.roadshow.${key}`, on);
  const lunch = { from: wallClock(await get("lunch_from")), to: wallClock(await get("lunch_to")) };
  return {
    talkMinutes: await get("talk_minutes"),
    questionMinutes: await get("question_minutes"),
    gapMinutes: await get("gap_minutes"),
    breakAfterMinutes: await get("break_after_minutes"),
    breakMinutes: await get("break_minutes"),
    lunch: lunch.from < lunch.to ? lunch : null,
    walkMinutes: await get("walk_minutes"),
    meetingMinutes: await get("meeting_minutes"),
    meetingsMax: await get("meetings_max"),
    requestsMax: await get("requests_max"),
    peoplePerFirm: await get("people_per_firm"),
    judgesPerPitch: await get("judges_min"),
    dropHigh: await get("drop_high"),
    dropLow: await get("drop_low"),
    decimals: await get("score_decimals"),
    criteria: DEFAULT_CRITERIA.map((one) => ({ ...one })),
    reviewCriteria: DEFAULT_REVIEW_CRITERIA.map((one) => ({ ...one })),
    groupByField: true,
    isModerated: true,
    projectsPerOrganisation: await get("projects_per_organisation"),
    summaryMax: await get("summary_max"),
  };
}
