import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { FORM_FIELDS, type FormFieldId, inputName } from "./registration-form-rules";

/** Codes and divisions of an edit that no list has. @throws DomainError "not_a_choice" at the field */
export async function assertFormCodes(
  tx: Tx,
  edit: Partial<Record<FormFieldId, string>>,
): Promise<void> {
  for (const field of FORM_FIELDS) {
    const code = edit[field.id];
    if (!code) continue;
    const refuse = () => new DomainError("not_a_choice", { field: inputName(field.id) });
    if (field.type === "CODE" && field.list) {
      const where = { list_code: { list: field.list, code } };
      if (!(await tx.codeItem.findUnique({ where, select: { code: true } }))) throw refuse();
    }
    if (field.type === "REGION") {
      if (!/^\d{6}$/.test(code)) throw refuse();
      if (!(await tx.region.findUnique({ where: { code }, select: { code: true } }))) {
        throw refuse();
      }
    }
  }
}
