import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { ComparedSide, CompareView } from "~/domain/catalogue/compare-view";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { StateBadge } from "./state-badge";

type FieldKey = keyof typeof catalogue.field;

function Side({ side, label, note }: { side: ComparedSide; label: string; note?: string }) {
  const { t } = useTranslation(["matching", "catalogue"]);
  return (
    <Card>
      <div className="grid gap-2">
        <p className="text-sm font-medium text-brand-700">{label}</p>
        <h2 className="text-lg wrap-anywhere">{side.title || t("catalogue:edit.untitled")}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <StateBadge state={side.state} />
          <span>{side.organisationName ?? t("compare.notPublic")}</span>
          {note && <Badge tone="neutral">{note}</Badge>}
          {side.publishedAt && <DateTime value={side.publishedAt} format="date" />}
        </p>
        <p>
          <Link className="link" to={side.href}>
            {t("compare.open")}
          </Link>
        </p>
      </div>
    </Card>
  );
}

/** Two listings that may be the same thing, field by field. Nothing is decided here. */
export function ComparePage({ view }: { view: CompareView }) {
  const { t, i18n } = useTranslation(["matching", "catalogue", "review"]);
  const { segment } = KIND[view.kind];
  const text = (value: string) =>
    value === "" ? (
      <span className="text-muted">{t("compare.empty")}</span>
    ) : (
      <span className="prose-text">{value}</span>
    );
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t("compare.title")}
        lead={t("compare.lead")}
        breadcrumbs={[
          { label: t("review:queueTitle"), to: "/office/reviews" },
          {
            label: view.candidate.title || t("catalogue:edit.untitled"),
            to: `/office/reviews/${segment}/${view.candidate.id}`,
          },
        ]}
      />
      <div className="grid gap-5 lg:grid-cols-2">
        <Side side={view.candidate} label={t("compare.candidate")} />
        <Side
          side={view.other}
          label={t("compare.other")}
          note={t(view.isSameOwner ? "compare.sameOwner" : "compare.otherOwner")}
        />
      </div>
      <Card padding="flush">
        <Table
          caption={t("compare.title")}
          rows={view.rows}
          rowKey={(row) => row.field}
          columns={[
            {
              key: "field",
              header: t("compare.field"),
              rowHeader: true,
              cell: (row) => (
                <span className="flex flex-wrap gap-1.5">
                  {i18n.exists(`catalogue:field.${row.field}`)
                    ? t(`catalogue:field.${row.field as FieldKey}`)
                    : row.field}
                  {row.isEqual && <Badge tone="warning">{t("compare.equal")}</Badge>}
                </span>
              ),
            },
            {
              key: "candidate",
              header: t("compare.candidate"),
              cell: (row) => text(row.candidate),
            },
            { key: "other", header: t("compare.other"), cell: (row) => text(row.other) },
          ]}
        />
      </Card>
    </div>
  );
}
