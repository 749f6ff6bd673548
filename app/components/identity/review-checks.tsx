import { useTranslation } from "react-i18next";
import { Checklist, type ChecklistItem } from "~/components/ui/checklist";
import { checkUscc, isOrganisationCodeMet } from "~/domain/identity/uscc-rules";

/** What the machine can say about an organisation before a person looks at the papers. */
export function ReviewChecks({
  organisation,
}: {
  organisation: {
    uscc: string | null;
    usccOverrideReason: string | null;
    regionCode: string;
    documents: readonly { purpose: string }[];
  };
}) {
  const { t } = useTranslation("identity");
  const { uscc, usccOverrideReason: reason, regionCode, documents } = organisation;
  const check = checkUscc(uscc ?? "");
  const has = (purpose: string) => documents.some((one) => one.purpose === purpose);
  const items: ChecklistItem[] = [];
  if (check.form === "RIGHT" && check.isCheckDigitMet) {
    items.push({ id: "digit", label: t("review.checkDigitMet"), state: "met", note: uscc });
  } else if (check.form === "RIGHT" && reason && has("USCC_OVERRIDE")) {
    const label = t("review.checkDigitOverride", { reason });
    items.push({ id: "digit", label, state: "person", note: uscc });
  } else {
    items.push({ id: "digit", label: t("review.checkDigitUnmet"), state: "unmet", note: uscc });
  }
  if (check.form === "RIGHT" && uscc && !isOrganisationCodeMet(uscc)) {
    items.push({ id: "part", label: t("review.organisationCodeUnmet"), state: "person" });
  }
  if (check.form === "RIGHT" && check.regionCode.slice(0, 2) !== regionCode.slice(0, 2)) {
    const label = t("review.regionDiffers", { code: check.regionCode });
    items.push({ id: "region", label, state: "person" });
  }
  items.push(
    has("LICENCE")
      ? { id: "licence", label: t("review.licence"), state: "met" }
      : { id: "licence", label: t("review.licenceMissing"), state: "unmet" },
  );
  return <Checklist label={t("review.checks")} items={items} />;
}
