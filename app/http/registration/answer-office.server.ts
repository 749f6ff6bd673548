import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { declareRecusal } from "~/domain/registration/declare-recusal.server";
import { enterOfficialNumber } from "~/domain/registration/enter-official-number.server";
import { moveRegistration } from "~/domain/registration/move-registration.server";
import { CHECK_IDS } from "~/domain/registration/recognition-checks/check-ids-rules";
import { type NewFinding, recordFindings } from "~/domain/registration/record-findings.server";
import {
  findingsSchema,
  officeMoveSchema,
  officialNumberSchema,
  recusalSchema,
  remarkIdSchema,
  remarkSchema,
} from "~/domain/registration/registration-move-schema";
import {
  type RegistrationMove,
  registrationProcedure,
} from "~/domain/registration/registration-procedure";
import { removeRemark } from "~/domain/registration/remove-remark.server";
import { writeRemark } from "~/domain/registration/write-remark.server";
import { DomainError } from "~/domain/shared/domain-error";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";

type Work<S extends z.ZodType> = (value: z.output<S>) => Promise<unknown>;

/** The findings that were chosen; an empty answer changes nothing. */
function findingsOf(values: Record<string, unknown>): NewFinding[] {
  return CHECK_IDS.flatMap((checkId): NewFinding[] => {
    const answer = values[`finding-${checkId}`];
    if (answer !== "MET" && answer !== "NOT_MET") return [];
    const note = values[`note-${checkId}`];
    return [{ checkId, answer, note: typeof note === "string" ? note : "" }];
  });
}

/** The case page: correction list, findings, recusals, the official number, and every step. */
export async function answerOffice(
  request: Request,
  registrationId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  const answer = async <S extends z.ZodType>(schema: S, message: string, work: Work<S>) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await work(form.value);
      return redirectWithFlash(`/office/registrations/${registrationId}`, {
        tone: "success",
        message: `recognition:flash.${message}`,
      });
    });
  };
  const withIntent = { intent: z.string() };
  switch (intent) {
    case "addRemark":
      return answer(remarkSchema.extend(withIntent), "remarkAdded", ({ about, message }) =>
        writeRemark({ registrationId, about, message }, actor, db),
      );
    case "removeRemark":
      return answer(remarkIdSchema, "remarkRemoved", ({ remarkId }) =>
        removeRemark({ registrationId, remarkId }, actor, db),
      );
    case "findings":
      return answer(findingsSchema, "findings", (values) =>
        recordFindings({ registrationId, findings: findingsOf(values) }, actor, db),
      );
    case "recuse":
      return answer(recusalSchema.extend(withIntent), "recused", ({ userId, reason, note }) =>
        declareRecusal({ registrationId, userId, reason, note }, actor, db),
      );
    case "number":
      return answer(officialNumberSchema.extend(withIntent), "numbered", ({ officialNo }) =>
        enterOfficialNumber({ registrationId, officialNo }, actor, db),
      );
  }
  if (!Object.hasOwn(registrationProcedure.moves, intent)) {
    throw new DomainError("bad_form", { status: 400 });
  }
  const move = intent as RegistrationMove;
  return answer(officeMoveSchema, "moved", ({ note, registrarId, codes, ...amounts }) =>
    moveRegistration(
      {
        registrationId,
        move,
        evidence: {
          note,
          ...(registrarId ? { registrarId } : {}),
          ...(codes.length > 0 ? { codes } : {}),
          ...(amounts.total ? { totalFen: amounts.total } : {}),
          ...(amounts.technical ? { technicalFen: amounts.technical } : {}),
          ...(amounts.approved ? { approvedIncomeFen: amounts.approved } : {}),
        },
      },
      actor,
      db,
    ),
  );
}
