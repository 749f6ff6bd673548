import { useTranslation } from "react-i18next";
import type { FitView } from "~/domain/matching/match-view-schema";
import { formatFen } from "~/domain/shared/money";

/** The sentence that explains one aspect of fit in the reader's language. */
export function useFitNote(): (part: FitView) => string {
  const { t, i18n } = useTranslation("matching");
  const isChinese = i18n.language.startsWith("zh");
  const join = (names: FitView["names"]) =>
    names.map((name) => (isChinese ? name.zh : name.en)).join(t("listSeparator"));
  const money = (fen: number | undefined) => formatFen(BigInt(fen ?? 0), i18n.language);

  return ({ aspect, verdict, names, wanted, offered, figures }) => {
    const isUnknown = verdict === "unknown";
    switch (aspect) {
      case "field":
      case "industry": {
        if (isUnknown) return t("fitNotes.codesUnknown");
        const isField = aspect === "field";
        if (verdict === "disagrees") {
          return isField ? t("fitNotes.fieldDifferent") : t("fitNotes.industryDifferent");
        }
        const shared = { names: join(names) };
        return isField ? t("fitNotes.fieldShared", shared) : t("fitNotes.industryShared", shared);
      }
      case "readiness": {
        if (isUnknown) return t("fitNotes.readinessUnknown");
        const reached = figures.reached ?? 0;
        const needed = figures.wanted ?? 0;
        return reached >= needed
          ? t("fitNotes.readinessMet", { reached, wanted: needed })
          : t("fitNotes.readinessShort", { reached, wanted: needed, missing: needed - reached });
      }
      case "mode":
        if (isUnknown) return t("fitNotes.modeUnknown");
        return verdict === "disagrees"
          ? t("fitNotes.modeDifferent", { wanted: join(wanted), offered: join(offered) })
          : t("fitNotes.modeShared", { names: join(names) });
      case "region":
        if (isUnknown) return t("fitNotes.regionUnknown");
        if (verdict === "disagrees") return t("fitNotes.regionDifferent");
        return verdict === "agrees"
          ? t("fitNotes.regionSameCity", { names: join(names) })
          : t("fitNotes.regionSameProvince", { names: join(names) });
      case "price": {
        if (isUnknown) return t("fitNotes.priceUnknown");
        const sums = { asked: money(figures.askedFen), budget: money(figures.budgetFen) };
        if (verdict === "agrees") return t("fitNotes.priceWithin", sums);
        return verdict === "partly"
          ? t("fitNotes.priceNear", sums)
          : t("fitNotes.priceAbove", sums);
      }
      case "freshness":
        return isUnknown
          ? t("fitNotes.freshnessUnknown")
          : t("fitNotes.freshnessDays", { days: figures.days ?? 0 });
    }
  };
}
