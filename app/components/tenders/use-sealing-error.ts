import { useTranslation } from "react-i18next";
import { sealingErrorCode } from "~/domain/tenders/tender-sealing-rules";

/** Words for what the cryptography of the browser refuses. */
export function useSealingError() {
  const { t, i18n } = useTranslation("tenders");
  return (error: unknown): string => {
    const code = sealingErrorCode(error);
    return code && i18n.exists(`tenders:sealErrors.${code}`)
      ? t(`sealErrors.${code as "other"}`)
      : t("sealErrors.other");
  };
}
