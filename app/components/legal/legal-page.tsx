import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";

interface LegalPageProps {
  title: string;
  lead: string;
  sections: ReadonlyArray<{ title: string; text: string }>;
  other: { to: string; title: string };
}

/** A text that people agree to: short sections under plain headings. */
export function LegalPage({ title, lead, sections, other }: LegalPageProps) {
  const { t } = useTranslation("legal");
  return (
    <article>
      <PageHeader title={title} lead={lead} meta={t("updated")} />
      {sections.map((section) => (
        <section key={section.title} className="mt-6">
          <h2 className="text-lg">{section.title}</h2>
          <p className="mt-2 text-body">{section.text}</p>
        </section>
      ))}
      <p className="mt-8 text-sm">
        <Link to={other.to} className="text-brand-700 underline underline-offset-4">
          {t("seeAlso", { title: other.title })}
        </Link>
      </p>
    </article>
  );
}
