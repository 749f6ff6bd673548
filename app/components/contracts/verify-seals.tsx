import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checklist, type ChecklistItem } from "~/components/ui/checklist";
import type { VerifiedSeal } from "~/domain/contracts/verify-view";

/** The digital signatures found in a file. */
export function VerifySeals({ seals }: { seals: readonly VerifiedSeal[] }) {
  const { t } = useTranslation("signing");
  const items = seals.map((seal, at): ChecklistItem => {
    const who = seal.isOurs
      ? t("verify.sealOurs")
      : t("verify.sealForeign", { name: seal.signerName ?? t("verify.sealUnnamed") });
    const reach = seal.coversWholeFile
      ? t("verify.covers")
      : t("verify.coversPart", { bytes: seal.coveredBytes });
    return {
      id: `${at}-${seal.fingerprint ?? ""}`,
      state: !seal.isValid ? "unmet" : seal.isOurs ? "met" : "person",
      label: t(seal.isValid ? "verify.sealValid" : "verify.sealInvalid"),
      note: seal.isValid ? `${who} · ${reach}` : who,
    };
  });
  return (
    <Card title={t("verify.sealsTitle")}>
      {items.length === 0 ? (
        <p className="text-muted">{t("verify.noSeals")}</p>
      ) : (
        <Checklist items={items} label={t("verify.sealsTitle")} />
      )}
    </Card>
  );
}
