import type { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { appointRegistrar } from "~/domain/registration/appoint-registrar.server";
import { dismissRegistrar } from "~/domain/registration/dismiss-registrar.server";
import { endDelegation } from "~/domain/registration/end-delegation.server";
import { keepDelegation } from "~/domain/registration/keep-delegation.server";
import { keepOffice } from "~/domain/registration/keep-office.server";
import {
  delegationSchema,
  endSchema,
  officeSchema,
  seatSchema,
} from "~/domain/registration/office-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";

/** The page of one office: its record, delegations and seats. */
export async function answerAdministration(
  request: Request,
  officeId: string,
  actor: UserActor,
  db: Db,
) {
  if (!isId(officeId)) throw new DomainError("not_found", { status: 404 });
  const fields = await readForm(request);
  const answer = async <S extends z.ZodType>(
    schema: S,
    message: "saved" | "ended",
    work: (value: z.output<S>) => Promise<unknown>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await work(form.value);
      return redirectWithFlash(`/office/registrations/offices/${officeId}`, {
        tone: "success",
        message: `recognition:offices.${message}`,
      });
    });
  };
  switch (fields.get("intent")) {
    case "office":
      return answer(officeSchema, "saved", (office) => keepOffice({ officeId, office }, actor, db));
    case "delegation":
      return answer(delegationSchema, "saved", (delegation) =>
        keepDelegation({ officeId, delegation }, actor, db),
      );
    case "endDelegation":
      return answer(endSchema, "ended", ({ rowId }) =>
        endDelegation({ officeId, delegationId: rowId }, actor, db),
      );
    case "seat":
      return answer(seatSchema, "saved", (seat) =>
        appointRegistrar({ officeId, ...seat }, actor, db),
      );
    case "endSeat":
      return answer(endSchema, "ended", ({ rowId }) =>
        dismissRegistrar({ officeId, seatId: rowId }, actor, db),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
