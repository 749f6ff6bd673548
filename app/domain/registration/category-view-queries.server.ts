import type { DbOrTx } from "~/platform/db.server";
import { consequencesOf } from "./category-consequences-rules";
import type { CategoryResult } from "./category-rules";
import type { CategoryView } from "./category-view";

/**
 * The result of the questions with names and tax flags from the code lists.
 * @throws Error when the code list lacks the category: the reference data are not loaded
 */
export async function getCategoryView(
  db: DbOrTx,
  result: CategoryResult,
  locale: string,
): Promise<CategoryView> {
  if (result.kind === "NOT_TECHNICAL") return result;
  const rows = await db.codeItem.findMany({
    where: {
      OR: [
        { list: "contract-categories" },
        { list: "licence-kinds", code: result.licenceKind ?? "" },
      ],
    },
  });
  const find = (list: string, code: string | null) =>
    rows.find((row) => row.list === list && row.code === code);
  const nameOf = (row: (typeof rows)[number] | undefined) =>
    row ? (locale.startsWith("zh") ? row.nameZh : row.nameEn) : null;
  const item = find("contract-categories", result.category);
  if (!item) throw new Error(`no contract category ${result.category}`);
  const flags = item.extra as Record<string, unknown>;
  return {
    kind: "TECHNICAL",
    code: item.code,
    name: nameOf(item) ?? item.code,
    familyName: nameOf(find("contract-categories", item.parentCode)),
    licenceKindName: nameOf(find("licence-kinds", result.licenceKind)),
    isWrittenForm: flags.writtenFormRequired === true,
    isVatBase: flags.vatExemptionBase === true,
    isEitBase: flags.eitReliefBase === true,
    ...consequencesOf(result.category),
  };
}
