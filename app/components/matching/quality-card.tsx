import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";

type QualityCardProps = { id: string; title: string; note: string; children: ReactNode };

/** One public table: what it counts, its figures, its download. */
export function QualityCard({ id, title, note, children }: QualityCardProps) {
  const { t } = useTranslation("quality");
  return (
    <Card
      id={id}
      title={title}
      actions={
        <a
          href={`/matching/download?table=${id}`}
          download
          className="link inline-flex items-center gap-1.5"
          aria-label={t("downloadLabel", { table: title })}
        >
          <Icon name="download" size={16} />
          {t("download")}
        </a>
      }
    >
      <p className="mb-4 max-w-3xl text-sm text-muted">{note}</p>
      {children}
    </Card>
  );
}
