import { useTranslation } from "react-i18next";
import { DOCUMENT_KINDS } from "~/domain/identity/resident-id-rules";

/** Name of a kind of identity document. */
export function useDocumentKindText() {
  const { t } = useTranslation("account");
  return (kind: string): string => {
    const known = DOCUMENT_KINDS.find((one) => one === kind);
    return known ? t(`documentKinds.${known}`) : kind;
  };
}
