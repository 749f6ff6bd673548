import { saveSeries } from "~/domain/roadshows/events/save-series.server";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { playerOf } from "./deal-cast";
import type { DealStep } from "./deals";
import {
  answerLeads,
  askAloud,
  holdEvent,
  meetAndSign,
  tellAfterMonth,
  want,
  wrapUp,
} from "./roadshow-day-steps";
import {
  announce,
  pitch,
  plan,
  review,
  seatPeople,
  select,
  visit,
  wishBoth,
} from "./roadshow-steps";
import { healthDay, machineryDay, materialsDay } from "./roadshow-texts";
import type { DemoCast } from "./write-people";

const JUDGES = ["city-reviewer", "province-reviewer", "talent-pool"];
const REVIEWERS = ["city-reviewer", "talent-pool"];

/**
 * Three roadshows of a science park: one was held last month and is followed up, one is planned for
 * tomorrow with its timetable, one calls for projects.
 */
export async function roadshowStories(db: Db, cast: DemoCast): Promise<DealStep[]> {
  if ((await db.roadshow.count()) > 0) return [];
  const stage = { db, cast, organiser: "park" };
  let seriesId = "";
  let held = "";
  let next = "";
  let projects: string[] = [];
  const first = () => assertFound(projects[0]);
  const second = () => assertFound(projects[1]);
  return [
    {
      daysAgo: 78,
      async run() {
        const player = await playerOf(db, cast, "park");
        const series = {
          organisationId: assertFound(player.organisationId),
          title: "明湖路演汇",
          intro: "每月一场，一场一个方向：先征集、再遴选，现场讲清楚，会后跟到合同。",
        };
        seriesId = (await saveSeries(null, series, player, db)).id;
        const when = { inDays: 43, callDays: 15, seriesId };
        held = await announce(stage, machineryDay, when);
      },
    },
    {
      daysAgo: 70,
      async run() {
        for (const one of machineryDay.pitches) projects.push(await pitch(stage, held, one));
      },
    },
    { daysAgo: 62, run: () => review(stage, held, REVIEWERS) },
    {
      daysAgo: 60,
      async run() {
        await select(stage, held);
        for (const one of machineryDay.visitors) {
          if (one.by !== "hydraulics") await visit(stage, held, one);
        }
        await wishBoth(stage, held, "firm", "researcher");
        await wishBoth(stage, held, "firm", "mine-safety");
        await wishBoth(stage, held, "hydraulics", "researcher");
      },
    },
    {
      daysAgo: 38,
      async run() {
        await seatPeople(stage, held, "JUDGE", JUDGES);
        await plan(stage, held);
      },
    },
    {
      daysAgo: 35,
      async run() {
        const judges = await db.roadshowMember.findMany({
          where: { roadshowId: held, role: "JUDGE" },
          include: { user: true },
        });
        const named = judges.map((one) => ({
          memberId: one.id,
          name: one.user.email.split("@")[0] ?? "",
        }));
        await holdEvent(stage, held, named);
        await want(stage, held, { by: "firm", projectId: first(), kind: "MATERIAL", note: "" });
        const look = "想看井下试用的原始记录。";
        await want(stage, held, { by: "firm", projectId: second(), kind: "MEET", note: look });
        const text = "补偿模型换一种主轴后要重新标定多久？";
        await askAloud(stage, held, { by: "engineer", projectId: first(), text });
        await meetAndSign(stage, held, {
          title: "主轴热误差补偿改造意向",
          projectNumber: 1,
          supply: "university",
          demand: "hydraulics",
          yuan: 260_000,
        });
        await wrapUp(stage, held, ["firm", "engineer", "hydraulics"]);
      },
    },
    { daysAgo: 33, run: () => answerLeads(stage, held, ["researcher", "mine-safety"]) },
    {
      daysAgo: 32,
      async run() {
        projects = [];
        next = await announce(stage, materialsDay, { inDays: 33, callDays: 12, seriesId });
      },
    },
    {
      daysAgo: 26,
      async run() {
        for (const one of materialsDay.pitches) projects.push(await pitch(stage, next, one));
      },
    },
    { daysAgo: 19, run: () => review(stage, next, REVIEWERS) },
    {
      daysAgo: 18,
      async run() {
        await select(stage, next);
        for (const one of materialsDay.visitors) await visit(stage, next, one);
        await wishBoth(stage, next, "firm", "university");
        await wishBoth(stage, next, "ruixi", "bay");
        await wishBoth(stage, next, "broker", "bluebay");
        await wishBoth(stage, next, "ruixi", "bluebay");
        await seatPeople(stage, next, "JUDGE", JUDGES);
      },
    },
    { daysAgo: 4, run: () => plan(stage, next) },
    {
      daysAgo: 3,
      async run() {
        const [project] = await db.roadshowProject.findMany({
          where: { roadshowId: held },
          orderBy: { number: "asc" },
        });
        const note = "三台机床的改造方案已报价，双方在交易室谈付款节点。";
        const projectId = assertFound(project).id;
        await tellAfterMonth(stage, { by: "researcher", projectId, status: "TALKING", note });
      },
    },
    {
      daysAgo: 2,
      async run() {
        await announce(stage, healthDay, { inDays: 40, callDays: 18, seriesId });
      },
    },
  ];
}
