import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Figure } from "~/domain/incentives/incentive-result-rules";

/** Words for figures: money exact to the fen, unlike the short amounts of lists. */
export function useFigureText() {
  const { i18n } = useTranslation("incentives");
  const isChinese = i18n.language.startsWith("zh");
  const whole = useMemo(() => new Intl.NumberFormat(i18n.language), [i18n.language]);
  const percent = useMemo(
    () => new Intl.NumberFormat(i18n.language, { style: "percent", maximumFractionDigits: 4 }),
    [i18n.language],
  );
  return useCallback(
    (figure: Figure): string => {
      if (figure.unit === "count") return String(figure.value);
      if (figure.unit === "date") return figure.value;
      if (figure.unit === "share") return percent.format(Number(figure.value) / 1_000_000);
      const fen = figure.value < 0n ? -figure.value : figure.value;
      const sign = figure.value < 0n ? "−" : "";
      const amount = `${whole.format(fen / 100n)}.${(fen % 100n).toString().padStart(2, "0")}`;
      return isChinese ? `${sign}${amount} 元` : `${sign}CNY ${amount}`;
    },
    [isChinese, percent, whole],
  );
}

/** The figures of a sentence as its placeholders. */
export function useFigureTexts() {
  const text = useFigureText();
  return useCallback(
    (figures: Record<string, Figure>): Record<string, string> =>
      Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, text(one)])),
    [text],
  );
}
