import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import type { ProjectContent } from "~/domain/roadshows/call/project-view";

type Answer = "FILED" | "DISCLOSED" | "NOT_PATENTABLE" | "NDA";

/** What a project says, for those who read it. */
export function ProjectFacts({ content }: { content: ProjectContent }) {
  const { t } = useTranslation("pitches");
  const isSupply = content.side === "SUPPLY";
  const long = (text: string) => text && <p className="whitespace-pre-wrap">{text}</p>;
  const presenter = [content.presenterName, content.presenterTitle].filter(Boolean).join(" · ");
  const facts: [string, ReactNode][] = [
    [t("form.titleField"), content.title],
    [isSupply ? t("form.summary") : t("form.summaryDemand"), long(content.summary)],
    [t("form.highlights"), long(content.highlights)],
    [t("form.fields"), content.fieldNames.join("、")],
    [t("form.trl"), content.trl && t("form.trlLevel", { level: content.trl })],
    [t("form.ipNote"), long(content.ipNote)],
    [t("form.cooperationWish"), long(content.cooperationWish)],
    [t("form.priceWish"), content.priceWish],
    [
      t("novelty.answered"),
      content.noveltyAnswer && (
        <>
          {t(`novelty.answers.${content.noveltyAnswer as Answer}`)}
          {content.noveltyNote && <span className="block text-muted">{content.noveltyNote}</span>}
        </>
      ),
    ],
    [
      t("novelty.confidentiality"),
      t(`confidentialities.${content.confidentiality as "PUBLIC" | "NDA_SESSION"}`),
    ],
    [t("form.presenter"), presenter],
    [t("form.companions"), content.companions > 0 && content.companions],
    [t("form.language"), t(`languages.${content.language as "zh-CN" | "en"}`)],
    [
      t("form.equipment"),
      content.equipment.map((one) => t(`equipment.${one as "PROJECTOR"}`)).join("、"),
    ],
    [t("form.attendance"), content.isOnline && t("form.isOnline")],
    [
      t("form.unavailable"),
      content.absences.length > 0 && (
        <ul>
          {content.absences.map((one) => (
            <li key={`${one.day}${one.from}`}>
              {one.day} {one.from && `${one.from}–${one.to}`}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      t("page.source"),
      content.sourceTo && (
        <Link className="link" to={content.sourceTo}>
          {t("page.openSource")}
        </Link>
      ),
    ],
  ];
  return (
    <Card title={t("page.facts")}>
      <DescriptionList
        hideEmpty
        items={facts.map(([label, value]) => ({ label, value: value || null }))}
      />
    </Card>
  );
}
