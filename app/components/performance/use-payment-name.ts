import { useTranslation } from "react-i18next";
import type { InstalmentView } from "~/domain/performance/performance-view";

/** A payment by its title, else by its kind and period. */
export function usePaymentName() {
  const { t } = useTranslation("performance");
  return (one: Pick<InstalmentView, "title" | "kind" | "periodFrom" | "periodTo">) => {
    const name = one.title || t(`payments.kinds.${one.kind}`);
    if (!one.periodFrom || !one.periodTo) return name;
    const period = t("payments.period", { from: one.periodFrom, to: one.periodTo });
    return `${name} ${period}`;
  };
}
