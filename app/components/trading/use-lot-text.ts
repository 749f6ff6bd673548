import { useTranslation } from "react-i18next";
import { formatFen } from "~/domain/shared/money";

const MINUTE = 60;
const HOUR = 3600;

/** Amounts and lengths of time as people say them. */
export function useLotText() {
  const { t, i18n } = useTranslation("trading");
  return {
    fen: (amount: string | null) =>
      amount === null ? "—" : formatFen(BigInt(amount), i18n.language),
    length(seconds: number): string {
      if (seconds % HOUR === 0) return t("time.hours", { count: seconds / HOUR });
      if (seconds % MINUTE === 0) return t("time.minutes", { count: seconds / MINUTE });
      return t("time.seconds", { count: seconds });
    },
  };
}
