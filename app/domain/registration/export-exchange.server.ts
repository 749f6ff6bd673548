import type { DbOrTx } from "~/platform/db.server";
import { nationalExchange, taxNotice } from "./export-exchange-build";
import type { ExportContent } from "./export-source-queries.server";

/** JSON with two spaces and a line end at its end: readable, and the same for the same content. */
function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

export function exportNational(content: ExportContent): Uint8Array {
  return toBytes(nationalExchange(content));
}

/** @throws DomainError "tax_notice_needs_registration" (409) */
export async function exportTaxNotice(content: ExportContent, db: DbOrTx): Promise<Uint8Array> {
  const code = content.row.categoryCode;
  const item = await db.codeItem.findFirst({
    where: { list: "contract-categories", code },
    select: { nameZh: true, extra: true },
  });
  const extra = (item?.extra ?? {}) as Record<string, unknown>;
  return toBytes(
    taxNotice(content, {
      name: item?.nameZh ?? code,
      vatExemptionBase: extra.vatExemptionBase === true,
      eitReliefBase: extra.eitReliefBase === true,
    }),
  );
}
