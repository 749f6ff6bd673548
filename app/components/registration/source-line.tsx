import { useTranslation } from "react-i18next";
import type { LegalSource } from "~/domain/registration/legal-source-rules";

/** Where a rule comes from: laws with their articles. */
export function SourceLine({
  sources,
  inline,
}: {
  sources: readonly LegalSource[];
  /** Inside a paragraph of its own. */
  inline?: boolean;
}) {
  const { t, i18n } = useTranslation("registration");
  const comma = i18n.language.startsWith("zh") ? "、" : ", ";
  const space = i18n.language.startsWith("zh") ? "" : " ";
  const places = sources.map(({ law, at }) =>
    at.length === 0
      ? t(`law.${law}`)
      : `${t(`law.${law}`)}${space}${t("law.articles", { at: at.join(comma) })}`,
  );
  const Line = inline ? "span" : "p";
  return (
    <Line className="block text-sm text-muted">
      {t("law.source")}
      {i18n.language.startsWith("zh") ? "：" : ": "}
      {places.join(i18n.language.startsWith("zh") ? "；" : "; ")}
    </Line>
  );
}
