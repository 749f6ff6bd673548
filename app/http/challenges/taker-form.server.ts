import { z } from "zod";
import { takerHref } from "~/domain/challenges/challenge-href";
import { decideMilestone } from "~/domain/challenges/decide-milestone.server";
import { moveTaker } from "~/domain/challenges/move-taker.server";
import { passTaker } from "~/domain/challenges/pass-taker.server";
import { planTakerMilestones } from "~/domain/challenges/plan-taker-milestones.server";
import { reportMilestone } from "~/domain/challenges/report-milestone.server";
import { getReadableTaker } from "~/domain/challenges/taker-access.server";
import {
  beginSchema,
  exemptSchema,
  milestoneAnswerSchema,
  milestoneNoteSchema,
  milestonePlanSchema,
  milestoneReportSchema,
  opinionSchema,
  passSchema,
  takerNoteSchema,
} from "~/domain/challenges/work-schema";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { readUpload } from "../upload.server";
import { backTo, formRunner } from "./run-form.server";

/** What the page of a taker's work can post, by intent; a report with a paper comes as multipart. */
export async function answerTaker(request: Request, takerId: string, actor: UserActor, db: Db) {
  await getReadableTaker(db, takerId, actor);
  const type = request.headers.get("content-type") ?? "";
  const { fields, upload } = type.startsWith("multipart/form-data")
    ? await readUpload(request, { field: "file", maxBytes: MAX_DOCUMENT_BYTES })
    : { fields: await readForm(request), upload: null };
  const run = formRunner(fields);
  const page = takerHref(takerId);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "plan":
      return run(milestonePlanSchema, async ({ milestones }) => {
        await planTakerMilestones({ takerId, milestones }, actor, db);
        return backTo(`${page}#milestones`, "planned");
      });
    case "report":
      return run(milestoneReportSchema, async (value) => {
        await reportMilestone({ takerId, ...value, upload }, actor, db);
        return backTo(`${page}#milestones`, "reported");
      });
    case "accept":
      return run(milestoneAnswerSchema, async (value) => {
        await decideMilestone({ takerId, ...value, move: "accept" }, actor, db);
        return backTo(`${page}#milestones`, "decided");
      });
    case "sendBackMilestone":
    case "failMilestone":
    case "retryMilestone":
      return run(milestoneNoteSchema, async (value) => {
        await decideMilestone({ takerId, ...value, move: MILESTONE_MOVES[intent] }, actor, db);
        return backTo(`${page}#milestones`, "decided");
      });
    case "begin":
      return run(beginSchema, async ({ paperSigned }) => {
        await moveTaker({ takerId, move: "begin", paperSigned: paperSigned === "on" }, actor, db);
        return backTo(page, "moved");
      });
    case "deliver":
    case "nextStage":
      return run(z.object({}), async () => {
        await moveTaker({ takerId, move: intent }, actor, db);
        return backTo(page, "moved");
      });
    case "sendBack":
    case "fail":
    case "eliminate":
    case "terminate":
      return run(takerNoteSchema, async ({ note }) => {
        await moveTaker({ takerId, move: intent, note }, actor, db);
        return backTo(page, "moved");
      });
    case "opine":
      return run(opinionSchema, async (value) => {
        await moveTaker({ takerId, move: "opine", ...value }, actor, db);
        return backTo(page, "opined");
      });
    case "pass":
      return run(passSchema, async ({ rewardFen, publicFen, note }) => {
        if (rewardFen === null) throw new DomainError("required", { field: "rewardFen" });
        const money = { rewardFen: BigInt(rewardFen), publicFen: BigInt(publicFen ?? 0) };
        await passTaker({ takerId, ...money, note }, actor, db);
        return backTo(page, "passed");
      });
    case "exempt":
      return run(exemptSchema, async ({ note }) => {
        const points = { followedPlan: true, keptRecords: true, usedFunds: true };
        const all = { ...points, noMisconduct: true };
        await moveTaker({ takerId, move: "exempt", note, ...all }, actor, db);
        return backTo(page, "exempted");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

const MILESTONE_MOVES = {
  sendBackMilestone: "sendBack",
  failMilestone: "fail",
  retryMilestone: "retry",
} as const;
