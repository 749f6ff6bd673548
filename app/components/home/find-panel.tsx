import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { SearchBox } from "~/components/ui/search-box";
import { type Name, useName } from "./name";

export const FIND_KINDS = ["achievements", "needs", "organisations"] as const;
export type FindKind = (typeof FIND_KINDS)[number];

const placeholders = {
  achievements: "find.placeholderAchievements",
  needs: "find.placeholderNeeds",
  organisations: "find.placeholderOrganisations",
} as const;

interface FindPanelProps {
  kind: FindKind;
  fields: ReadonlyArray<{ code: string; name: Name }>;
}

/** The search that the home page is for: what to find, one field, and the ways in by field. */
export function FindPanel({ kind, fields }: FindPanelProps) {
  const { t } = useTranslation("home");
  const name = useName();
  const target = kind === "organisations" ? "achievements" : kind;
  return (
    <section className="bg-brand-800 text-white">
      <div className="mx-auto max-w-page px-4 pt-6 pb-7 sm:px-6 sm:pt-9 sm:pb-10">
        <h1 className="text-2xl text-white sm:text-3xl">{t("heading")}</h1>
        <nav aria-label={t("find.label")} className="mt-5">
          <ul className="flex gap-1">
            {FIND_KINDS.map((one) => (
              <li key={one}>
                <Link
                  to={one === "achievements" ? "/" : `/?find=${one}`}
                  preventScrollReset
                  replace
                  aria-current={one === kind ? "true" : undefined}
                  className={cx(
                    "inline-flex min-h-11 items-center rounded-t-md px-4 sm:px-5",
                    one === kind
                      ? "bg-surface font-semibold text-brand-800"
                      : "text-brand-100 hover:bg-white/10 hover:text-white",
                  )}
                >
                  {t(`find.${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rounded-b-md rounded-tr-md bg-surface p-2 text-body sm:p-3">
          <SearchBox
            action={`/${kind}`}
            label={t(`find.${kind}`)}
            placeholder={t(placeholders[kind])}
            suggestUrl="/api/search/suggest"
            size="lg"
          />
        </div>
        <div className="mt-4 flex flex-wrap items-baseline gap-x-1 gap-y-1 text-sm">
          <span className="mr-1 text-brand-200">{t("find.fields")}</span>
          {fields.map((field) => (
            <Link
              key={field.code}
              to={`/${target}?field=${field.code}`}
              className="inline-flex min-h-8 items-center rounded-sm px-2 text-brand-50 underline decoration-brand-400 underline-offset-4 hover:bg-white/10 hover:decoration-white pointer-coarse:min-h-11"
            >
              {name(field.name)}
            </Link>
          ))}
        </div>
      </div>
    </section>
  );
}
