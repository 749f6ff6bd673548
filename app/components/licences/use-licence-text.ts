import { useTranslation } from "react-i18next";
import { toYuanText } from "~/domain/shared/money";

const group = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Fee and term of a licence in words; amounts exact, never rounded to 万. */
export function useLicenceText() {
  const { t } = useTranslation("licences");
  return {
    fee(fen: string | null): string {
      if (fen === null) return t("none");
      if (fen === "0") return t("free");
      const [whole = "0", rest] = toYuanText(BigInt(fen)).split(".");
      return t("yuan", { amount: rest ? `${group(whole)}.${rest}` : group(whole) });
    },
    term(months: number | null): string {
      return months === null ? t("toExpiry") : t("months", { count: months });
    },
  };
}
