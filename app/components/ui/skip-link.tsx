import { useTranslation } from "react-i18next";

/** First stop of the Tab key: past the header, to <main id="main">. */
export function SkipLink({ target = "main" }: { target?: string }) {
  const { t } = useTranslation("ui");
  return (
    <a
      href={`#${target}`}
      className="no-print sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-brand-800 focus:px-4 focus:py-2 focus:text-white"
    >
      {t("nav.skip")}
    </a>
  );
}
