import { useTranslation } from "react-i18next";
import { toYuanText } from "~/domain/shared/money";

const group = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Exact amounts with separators, never rounded to 万: these are payments. */
export function useMoneyText() {
  const { t } = useTranslation("performance");
  return (fen: bigint) => {
    const [whole = "0", rest] = toYuanText(fen).split(".");
    return t("yuan", { amount: rest ? `${group(whole)}.${rest}` : group(whole) });
  };
}

/** Basis points as a percentage: 7000 is "70%". */
export function percentText(bp: number): string {
  return `${(bp / 100).toFixed(2).replace(/\.?0+$/, "")}%`;
}
