import { useTranslation } from "react-i18next";
import type { Share } from "~/domain/matching/quality-view";

/** A chance or share as whole per cent. */
export const percentOf = (share: number) => Math.round(share * 100);

/** Words for shares and estimates: always with the numbers that they rest on. */
export function useShareText() {
  const { t } = useTranslation("quality");
  return {
    /** "62% (31/50)", or that there are too few, or a dash when there is nothing at all. */
    share({ count, of, rate }: Share): string {
      if (of === 0) return t("none");
      if (rate === null) return t("shareFew", { count, of });
      return t("shareOf", { percent: percentOf(rate), count, of });
    },
    percent(value: number | null): string {
      return value === null ? t("none") : t("percent", { percent: percentOf(value) });
    },
  };
}
