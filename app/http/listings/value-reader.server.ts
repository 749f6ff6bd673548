import { type CodeList, codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { ValueReader } from "~/domain/catalogue/content-diff-rules";
import { formatFen } from "~/domain/shared/money";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import type { Db } from "~/platform/db.server";

const LISTS: Record<string, CodeList> = {
  fieldCodes: "fields",
  industryCodes: "industries",
  modes: "cooperation-modes",
  licenceKinds: "licence-kinds",
  "ipRights.kind": "ip-kinds",
};

/** Says stored values in the reader's language: codes as names, fen as amounts. */
export async function valueReader(request: Request, db: Db): Promise<ValueReader> {
  const locale = findLocale(request);
  const [nameOf, regionOf] = await Promise.all([codeNamer(db, locale), regionNamer(db, locale)]);
  const t = getFixedT(request, "catalogue");
  const common = getFixedT(request, "common");
  return (field, value) => {
    const list = LISTS[field];
    if (list) return nameOf(list, value);
    if (field.endsWith("hasConsent")) return value === "true" ? t("detail.consent") : "";
    if (value === "true") return common("yes");
    if (value === "false") return common("no");
    // The values below come from closed enumerations of the schemas, each with its key.
    if (field === "priceKind") return t(`priceKind.${value as "FIXED"}`);
    if (field === "budgetKind") return t(`budgetKind.${value as "FIXED"}`);
    if (field === "ipTerms") return t(`ipTerms.${value as "OURS"}`);
    if (field === "ipRights.status") return t(`ipStatus.${value as "PENDING"}`);
    if (field === "targets.comparator") return t(`comparator.${value as "GTE"}`);
    if (field.startsWith("sectionVisibility.")) {
      const section = field.slice("sectionVisibility.".length);
      return `${t(`section.${section as "price"}`)}：${t(`visibility.${value as "PUBLIC"}`)}`;
    }
    if (field === "regionCode") return regionOf(value);
    if (field.endsWith("Fen")) return formatFen(BigInt(value), locale);
    if (field === "royaltyRateBp") return `${Number(value) / 100}%`;
    if (field === "trlEvidence.level") return t("row.level", { level: value });
    return value;
  };
}
