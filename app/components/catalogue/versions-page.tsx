import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DiffText } from "~/components/ui/diff-text";
import type { FieldChange } from "~/domain/catalogue/content-diff-rules";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { catalogue } from "~/i18n/zh-CN/catalogue";

type Version = { number: number; note: string; createdAt: Date; changes: FieldChange[] | null };

/** Every published version of a listing, newest first, with what changed. */
export function VersionsPage({
  kind,
  path,
  name,
  versions,
}: {
  kind: ListingKind;
  path: string;
  name: string;
  versions: Version[];
}) {
  const { t } = useTranslation("catalogue");
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("versions.title")}
        lead={t("versions.lead")}
        breadcrumbs={[
          { label: t(`kind.${kind}`), to: path.slice(0, path.lastIndexOf("/")) },
          { label: name, to: path },
          { label: t("versions.title") },
        ]}
      />
      {versions.map((version, index) => (
        <Card
          key={version.number}
          title={t("detail.version", { number: version.number })}
          actions={
            <span className="flex items-center gap-2 text-sm text-muted">
              {index === 0 && <Badge tone="success">{t("versions.current")}</Badge>}
              <DateTime value={version.createdAt} format="datetime" />
            </span>
          }
        >
          {version.note && <p className="mb-4 text-body">{version.note}</p>}
          {version.changes === null ? (
            <p className="text-muted">{t("versions.initial")}</p>
          ) : version.changes.length === 0 ? (
            <p className="text-muted">{t("versions.noChange")}</p>
          ) : (
            <dl className="space-y-4">
              {version.changes.map((change) => (
                <div key={change.field}>
                  <dt className="mb-1 text-sm font-medium text-muted">
                    {t(`field.${change.field as keyof typeof catalogue.field}`)}
                  </dt>
                  <dd className="rounded-md border border-line bg-canvas px-3 py-2 whitespace-pre-line">
                    <DiffText before={change.before} after={change.after} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Card>
      ))}
    </div>
  );
}
