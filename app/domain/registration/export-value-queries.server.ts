import type { DbOrTx } from "~/platform/db.server";
import { type CodeNames, REGION_LIST } from "./export-value-rules";
import { FORM_FIELDS, type RegistrationForm } from "./registration-form-rules";

/** The names, in a language, of all codes and regions that these forms hold. */
export async function findCodeNames(
  forms: readonly RegistrationForm[],
  locale: string,
  db: DbOrTx,
): Promise<CodeNames> {
  const wanted = new Map<string, Set<string>>();
  for (const { id, list, type } of FORM_FIELDS) {
    const name = type === "REGION" ? REGION_LIST : list;
    if (!name) continue;
    const codes = wanted.get(name) ?? new Set();
    for (const form of forms) {
      const value = form[id]?.value;
      if (value) codes.add(value);
    }
    wanted.set(name, codes);
  }
  const regions = [...(wanted.get(REGION_LIST) ?? [])];
  wanted.delete(REGION_LIST);
  const select = { code: true, nameZh: true, nameEn: true } as const;
  const [items, places] = await Promise.all([
    db.codeItem.findMany({
      where: { OR: [...wanted].map(([list, codes]) => ({ list, code: { in: [...codes] } })) },
      select: { ...select, list: true },
    }),
    db.region.findMany({ where: { code: { in: regions } }, select }),
  ]);
  const names: Record<string, Record<string, string>> = {};
  const note = (list: string, one: { code: string; nameZh: string; nameEn: string }) => {
    const under = names[list] ?? {};
    under[one.code] = locale.startsWith("zh") ? one.nameZh : one.nameEn;
    names[list] = under;
  };
  for (const one of items) note(one.list, one);
  for (const one of places) note(REGION_LIST, one);
  return names;
}
