import { useTranslation } from "react-i18next";
import { LOT_QUESTION_IDS } from "~/domain/trading/lot-checks-schema";

const NAMES = [
  ...(["description", "defects", "licenceKind", "licenceYears", "territory"] as const),
  ...(["fieldOfUse", "training", "delivery", "payment", "other", "mode", "startPrice"] as const),
  ...(["deposit", "reserveKind", "reserve", "priceBasis", "priceBasisNote", "feePayer"] as const),
  ...(["feePercent", "qualification", "preemptionNote", "announcementWorkdays"] as const),
  ...(["biddingAfterWorkdays", "biddingTime", "freeHours", "closing", "rounds"] as const),
  ...(["drop", "maxDrops", "extensionsMax", "extensionWorkdays", "timeFactor"] as const),
  ...(["announcementMinutes", "biddingAfterMinutes", "auctionHouse"] as const),
  ...(["auctionLicence", "auctioneer", "file"] as const),
] as const;

/** Labels of all fields of the wizard, for the list of errors. */
export function useWizardLabels(): Record<string, string> {
  const { t } = useTranslation(["trading", "terms"]);
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, t(`trading:wizard.${name}`)])),
    ...Object.fromEntries(
      LOT_QUESTION_IDS.map((id) => [id, t(`terms:rightHolder.question.${id}`)]),
    ),
    achievementIds: t("trading:wizard.achievements"),
    title: t("trading:wizard.lotTitle"),
    categoryCode: t("trading:wizard.category"),
    step: t("trading:wizard.stepPrice"),
    note: t("trading:wizard.checksNote"),
    purpose: t("trading:wizard.filePurpose"),
    visibility: t("trading:wizard.fileVisibility"),
  };
}
