import { useTranslation } from "react-i18next";
import type { DisclosedThing } from "~/domain/deals/disclosure-view";

/** Name of a disclosed section or file; a file whose name is not for the reader is just a file. */
export function useThingText() {
  const { t } = useTranslation("deals");
  return ({ kind, section, fileName }: DisclosedThing): string => {
    const what = section
      ? t(`disclosure.sections.${section}`)
      : fileName
        ? t("disclosure.fileItem", { name: fileName })
        : t("disclosure.aFile");
    return `${t(`disclosure.${kind}`)} · ${what}`;
  };
}
