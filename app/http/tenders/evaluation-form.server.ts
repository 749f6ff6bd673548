import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { acceptSeat } from "~/domain/tenders/accept-seat.server";
import { recuseMember } from "~/domain/tenders/recuse-member.server";
import { saveScores } from "~/domain/tenders/save-scores.server";
import { readScores } from "~/domain/tenders/score-schema";
import { deskTenderHref } from "~/domain/tenders/tender-href";
import { noteSchema } from "~/domain/tenders/tender-schema";
import { readForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

/** Declaring, stepping down and scoring of one member. */
export async function answerEvaluation(request: Request, tenderId: string, actor: Actor, db: Db) {
  const fields = await readForm(request);
  const to = deskTenderHref(tenderId, "evaluation");
  const intent = fields.get("intent");
  if (intent === "accept") {
    return runTenderForm(fields, z.object({}), { to, message: "evaluation.accepted" }, () =>
      acceptSeat({ tenderId }, actor, db),
    );
  }
  if (intent === "recuse") {
    return runTenderForm(fields, noteSchema, { to, message: "evaluation.recused" }, ({ note }) =>
      recuseMember({ tenderId, memberId: null, note }, actor, db),
    );
  }
  if (intent !== "save" && intent !== "submit") throw new DomainError("bad_form", { status: 400 });
  const { entries, bad } = readScores(fields);
  const isFinal = intent === "submit";
  const message = isFinal ? "evaluation.submitted" : "evaluation.saved";
  return runTenderForm(fields, z.looseObject({}), { to, message }, async () => {
    if (bad[0]) throw new DomainError("tender_score_range", { field: bad[0] });
    await saveScores({ tenderId, entries, isFinal }, actor, db);
  });
}
