import { z } from "zod";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { answerMilestone } from "~/domain/performance/answer-milestone.server";
import { answerTermination } from "~/domain/performance/answer-termination.server";
import { giveRating } from "~/domain/performance/give-rating.server";
import { openRewardSheet } from "~/domain/performance/open-reward-sheet.server";
import { rewardHref } from "~/domain/performance/performance-href";
import {
  milestoneAcceptSchema,
  milestoneRejectSchema,
  milestoneReportSchema,
  milestoneTakeBackSchema,
  ratingReplySchema,
  ratingSchema,
  terminationAnswerSchema,
  terminationSchema,
} from "~/domain/performance/performance-schema";
import { findRunningContract } from "~/domain/performance/plan-rows.server";
import { proposeTermination } from "~/domain/performance/propose-termination.server";
import { replyToRating } from "~/domain/performance/reply-to-rating.server";
import { submitMilestone } from "~/domain/performance/submit-milestone.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { readUpload, type Upload } from "../upload.server";

/** What the page of a deal's performance can post, by intent. */
export async function answerPerformanceForm(
  request: Request,
  dealId: string,
  actor: UserActor,
  db: Db,
) {
  // Only people of the room may make the server read a large body.
  await getDealAccess(db, dealId, actor);
  const { fields, upload } = await readFields(request);
  const back = (message: string, part = "") =>
    redirectWithFlash(`/desk/deals/${dealId}/performance${part}`, {
      tone: "success",
      message: `performance:done.${message}`,
    });
  const run = async <S extends z.ZodType>(
    schema: S,
    work: (value: z.output<S>) => Promise<Response>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, () => work(form.value));
  };
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "submit":
      return run(milestoneReportSchema, async (value) => {
        await submitMilestone({ dealId, ...value, upload }, actor, db);
        return back("submitted");
      });
    case "takeBack":
      return run(milestoneTakeBackSchema, async (value) => {
        await answerMilestone({ dealId, ...value, move: "takeBack" }, actor, db);
        return back("takenBack");
      });
    case "accept":
      return run(milestoneAcceptSchema, async (value) => {
        await answerMilestone({ dealId, ...value, move: "accept" }, actor, db);
        return back("accepted");
      });
    case "reject":
      return run(milestoneRejectSchema, async (value) => {
        await answerMilestone({ dealId, ...value, move: "reject" }, actor, db);
        return back("rejected");
      });
    case "propose":
      return run(terminationSchema, async (value) => {
        await proposeTermination({ dealId, ...value }, actor, db);
        return back("terminationProposed", "#termination");
      });
    case "AGREED":
    case "DECLINED":
    case "WITHDRAWN":
      return run(terminationAnswerSchema, async (value) => {
        await answerTermination({ dealId, ...value, answer: intent }, actor, db);
        return back(ANSWERED[intent]);
      });
    case "rate":
      return run(ratingSchema, async (value) => {
        await giveRating({ dealId, ...value }, actor, db);
        return back("rated", "#ratings");
      });
    case "reply":
      return run(ratingReplySchema, async (value) => {
        await replyToRating({ dealId, ...value }, actor, db);
        return back("replied", "#ratings");
      });
    case "openReward":
      return run(z.object({}), async () => {
        const { deal } = await getDealAccess(db, dealId, actor);
        const contract = assertFound(await findRunningContract(db, { dealId: deal.id }));
        const sheetId = await openRewardSheet(contract.id, actor, db);
        return redirectWithFlash(rewardHref(sheetId), {
          tone: "success",
          message: "performance:done.rewardSaved",
        });
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

const ANSWERED = {
  AGREED: "terminationAgreed",
  DECLINED: "terminationDeclined",
  WITHDRAWN: "terminationWithdrawn",
} as const;

/** Fields with at most one file named `file`; forms without a file are read as such. */
export async function readFields(
  request: Request,
): Promise<{ fields: FormData; upload: Upload | null }> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { fields: await readForm(request), upload: null };
  }
  return readUpload(request, { field: "file", maxBytes: MAX_DOCUMENT_BYTES });
}
