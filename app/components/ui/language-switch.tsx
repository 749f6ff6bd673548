import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";

const languages = [
  { locale: "zh-CN", label: "中文" },
  { locale: "en", label: "English" },
] as const;

/** Posts `locale` and `redirectTo` to /language; a full page load, so that every text changes. */
export function LanguageSwitch({ tone = "light" }: { tone?: "light" | "dark" }) {
  const { i18n, t } = useTranslation("ui");
  const location = useLocation();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="redirectTo" value={`${location.pathname}${location.search}`} />
      <fieldset className="inline-flex">
        <legend className="sr-only">{t("language.label")}</legend>
        {languages.map(({ locale, label }) => {
          const current = i18n.language === locale;
          return (
            <button
              key={locale}
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              aria-pressed={current}
              className={cx(
                "min-h-8 px-2 text-sm pointer-coarse:min-h-11",
                tone === "dark"
                  ? current
                    ? "text-white"
                    : "text-brand-200 hover:text-white"
                  : current
                    ? "font-semibold text-ink"
                    : "text-muted hover:text-brand-700",
              )}
            >
              {label}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
