import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "~/components/ui/language-switch";
import { BrandMark } from "./brand-mark";

interface SiteFooterProps {
  /** Columns of links; only pages that exist. */
  columns?: ReadonlyArray<{ title: string; links: ReadonlyArray<{ to: string; label: string }> }>;
}

/** Bottom of every page. */
export function SiteFooter({ columns }: SiteFooterProps) {
  const { t } = useTranslation("ui");
  const shown = columns ?? [
    {
      title: t("footer.market"),
      links: [
        { to: "/achievements", label: t("nav.achievements") },
        { to: "/needs", label: t("nav.needs") },
        { to: "/organisations", label: t("nav.organisations") },
        { to: "/brokers", label: t("nav.brokers") },
        { to: "/statistics", label: t("nav.statistics") },
        { to: "/matching", label: t("footer.matching") },
        { to: "/incentives", label: t("footer.incentives") },
      ],
    },
    {
      title: t("footer.trade"),
      links: [
        { to: "/lots", label: t("nav.lots") },
        { to: "/tenders", label: t("footer.tenders") },
        { to: "/challenges", label: t("footer.challenges") },
        { to: "/licences", label: t("footer.licences") },
        { to: "/verify/transcripts", label: t("footer.transcripts") },
        { to: "/publicity", label: t("footer.publicity") },
        { to: "/rewards", label: t("footer.rewards") },
        { to: "/sanctions", label: t("footer.sanctions") },
      ],
    },
    {
      title: t("footer.take"),
      links: [
        { to: "/desk/achievements/new", label: t("footer.publishAchievement") },
        { to: "/desk/needs/new", label: t("footer.postNeed") },
        { to: "/desk", label: t("nav.desk") },
        { to: "/contract-category", label: t("footer.contractCategory") },
        { to: "/registration-check", label: t("footer.registrationCheck") },
        { to: "/verify", label: t("footer.verifyDocument") },
        { to: "/verify/registrations", label: t("footer.verifyRegistration") },
      ],
    },
    {
      title: t("footer.rules"),
      links: [
        { to: "/terms", label: t("footer.terms") },
        { to: "/privacy", label: t("footer.privacy") },
        { to: "/api", label: t("footer.api") },
      ],
    },
  ];
  return (
    <footer data-site className="mt-auto border-t border-line bg-surface">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_1fr] sm:px-6">
        <div className="max-w-sm">
          <p className="flex items-center gap-2.5 font-semibold text-ink">
            <BrandMark size={28} />
            {t("brand.name")}
          </p>
          <p className="mt-3 text-sm text-muted">{t("footer.promise")}</p>
        </div>
        {shown.map((column) => (
          <div key={column.title}>
            <h2 className="text-sm">{column.title}</h2>
            <ul className="mt-2">
              {column.links.map((link) => (
                <li key={link.to}>
                  <Link
                    to={link.to}
                    className="inline-flex min-h-8 items-center text-sm text-muted hover:text-brand-700 hover:underline underline-offset-4"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="border-t border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm text-muted sm:px-6">
          <p>{t("footer.openSource")}</p>
          <LanguageSwitch />
        </div>
      </div>
    </footer>
  );
}
