import { getReference, type OptionNode, regionTree } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import type { Db, DbOrTx } from "~/platform/db.server";
import { editableFields } from "./editable-fields-rules";
import { getRegistrationAs } from "./registration-access.server";
import {
  FORM_FIELDS,
  type FormField,
  type FormFieldId,
  type RegistrationForm,
} from "./registration-form-rules";
import { readStoredForm } from "./registration-form-schema";

type Option = { value: string; label: string };
export type FormChoices = { lists: Record<string, Option[]>; regions: OptionNode[] };

/** Options of the code lists that these fields choose from, and the divisions. */
export async function readFormChoices(
  db: DbOrTx,
  fields: readonly FormField[],
  locale: string,
): Promise<FormChoices> {
  const { lists } = await getReference(db);
  const isLeaf = (list: string, code: string) =>
    list !== "contract-categories" || SUB_KINDS.some((one) => one === code);
  const wanted = [...new Set(fields.flatMap((one) => one.list ?? []))];
  return {
    lists: Object.fromEntries(
      wanted.map((list) => [
        list,
        (lists.get(list) ?? [])
          .filter((row) => isLeaf(list, row.code))
          .map((row) => ({
            value: row.code,
            label: `${/^[A-Z_]+$/.test(row.code) && row.code.length > 1 ? "" : `${row.code} `}${
              locale.startsWith("zh") ? row.nameZh : row.nameEn
            }`,
          })),
      ]),
    ),
    regions: fields.some((one) => one.type === "REGION") ? await regionTree(db, locale) : [],
  };
}

export type FormPage = {
  id: string;
  contractTitle: string;
  fieldIds: FormFieldId[];
  form: RegistrationForm;
  revision: number;
  choices: FormChoices;
  isOwnPart: boolean;
};

/** The form with the fields that the person may write. @throws DomainError "not_found", "forbidden" */
export async function getFormPage(
  id: string,
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<FormPage> {
  const { row, as } = await getRegistrationAs(db, id, actor, ["APPLICANT", "OTHER_SIDE"]);
  const isOwnPart = as !== "APPLICANT";
  const isSupply = row.applicantId === row.deal.supplyOrganisationId;
  const side = isSupply === isOwnPart ? "buyer" : "seller";
  const fields = editableFields(isOwnPart ? "OTHER_SIDE" : "APPLICANT", side);
  const fieldIds = fields.map((one) => one.id);
  const form = readStoredForm(row.form);
  const shown = FORM_FIELDS.filter((one) => fieldIds.includes(one.id));
  return {
    id: row.id,
    contractTitle: row.contract.title,
    fieldIds,
    form: Object.fromEntries(shown.map((one) => [one.id, form[one.id]])),
    revision: row.revision,
    choices: await readFormChoices(db, fields, locale),
    isOwnPart,
  };
}
