import { createHash } from "node:crypto";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import type { Trader } from "../factories/challenges.ts";
import { actorOf } from "../factories/people.ts";
import { leadAt } from "../factories/roadshow-after.ts";
import { projectAt } from "../factories/roadshow-call.ts";
import { dayAt } from "../factories/roadshow-day.ts";
import { personAt } from "../factories/roadshow-people.ts";
import { roadshowAt } from "../factories/roadshows.ts";

/** People and organisations of the rows below, as ids. */
type Cast = { university: string; firm: string; universityOwner: string; firmOwner: string };

/**
 * Roadshows that the paths of the table name: one that runs today and one that calls for projects, both
 * of the university, with a project and a participant of the firm and the city's reviewer as a judge.
 */
export async function findRoadshowSubjects(db: Db, cast: Cast): Promise<Record<string, string>> {
  const t = { db };
  const traderOf = async (id: string, userId: string, name: string): Promise<Trader> => ({
    ...{ id, name },
    actor: await actorOf(db, userId),
  });
  const organiser = await traderOf(cast.university, cast.universityOwner, "泉城理工大学");
  const firm = await traderOf(cast.firm, cast.firmOwner, "历山钠储新能源有限公司");
  const { roadshow, projects } = await dayAt(t, { organiser, projects: 1, title: "路由表路演" });
  const pitched = await projectAt(t, roadshow, "PRESENTED", { owner: firm });
  const visitor = await personAt(t, roadshow, {
    ...{ userId: cast.firmOwner, organisationId: cast.firm },
    ...{ name: "企业负责人", organisationName: firm.name },
  });
  const calling = await roadshowAt(t, "CALL_OPEN", { organiser, title: "路由表征集" });
  const drafted = await projectAt(t, calling, "DRAFT", { owner: firm });
  const over = await db.roadshow.findFirstOrThrow({
    where: { state: { in: ["REPORTED", "FOLLOW_UP"] }, series: { isNot: null } },
    include: { series: true },
  });
  const vetted = await roadshowAt(t, "VETTING", { organiser, title: "路由表待审批" });
  return {
    event: String(roadshow.number),
    eventId: roadshow.id,
    hall: roadshow.halls[0],
    eventProject: projects[0]?.id ?? "",
    pitch: pitched.id,
    pitchDraft: drafted.id,
    calling: String(calling.number),
    callingId: calling.id,
    vettedEvent: vetted.id,
    vettedNumber: String(vetted.number),
    visit: visitor.id,
    judgeSeat: await seatOfCity(db, roadshow.id, "JUDGE"),
    reviewerSeat: await seatOfCity(db, roadshow.id, "REVIEWER"),
    lead: await leadAt(t, roadshow, pitched, await personAt(t, roadshow)),
    heldEvent: String(over.number),
    heldId: over.id,
    series: String(over.series?.number),
    seriesId: await ownSeries(db, cast),
    report: await reportOf(db, roadshow.id),
    personalFeed: await feedOf(db, visitor.id),
  };
}

async function seatOfCity(db: Db, roadshowId: string, role: string): Promise<string> {
  const where = { email: "city-reviewer@demo.example" };
  const { id: userId } = await db.user.findUniqueOrThrow({ where, select: { id: true } });
  const id = newId();
  const data = { id, roadshowId, userId, role, state: "ACCEPTED", invitedById: userId };
  await db.roadshowMember.create({ data });
  return id;
}

async function ownSeries(db: Db, cast: Cast): Promise<string> {
  const id = newId();
  const organisation = { organisationId: cast.university, createdById: cast.universityOwner };
  await db.roadshowSeries.create({ data: { id, title: "路由表系列", ...organisation } });
  return id;
}

async function reportOf(db: Db, roadshowId: string): Promise<string> {
  const id = newId();
  const hash = createHash("sha256").update(id).digest("hex");
  const data = { id, roadshowId, version: 1, figures: {}, hash, createdAt: clock.now() };
  await db.roadshowReport.create({ data });
  return id;
}

async function feedOf(db: Db, id: string): Promise<string> {
  const { feedToken } = await db.roadshowParticipant.findUniqueOrThrow({ where: { id } });
  return feedToken;
}
