import { useTranslation } from "react-i18next";
import type { FlagEvidence } from "~/domain/oversight/flag-rules";

/** What a rule found, as a sentence with its values. */
export function FlagReasonText({ evidence }: { evidence: FlagEvidence }) {
  const { t } = useTranslation("oversight");
  return <>{t(`reasons.${evidence.reason}`, evidence.values)}</>;
}
