import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { readErrorCode } from "~/domain/shared/error-code";

/**
 * Turns error codes of forms and refusals into sentences. An unknown code is shown as the general
 * sentence with the code, so that a missing translation is seen and still helps.
 */
export function useErrorText() {
  const { t, i18n } = useTranslation("errors");
  return useCallback(
    (text: string | readonly string[] | undefined | null): string | undefined => {
      const first = Array.isArray(text) ? text[0] : text;
      if (typeof first !== "string" || first === "") return undefined;
      const { code, params } = readErrorCode(first);
      if (!i18n.exists(`errors:${code}`)) return t("unknown", { code });
      // Codes come from data; that they exist has just been checked.
      return t(code as "unknown", { ...params, code });
    },
    [t, i18n],
  );
}
