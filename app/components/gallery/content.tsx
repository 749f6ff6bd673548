import { Avatar } from "~/components/ui/avatar";
import { Badge, StatusBadge, Tag } from "~/components/ui/badge";
import { Card, LinkCard } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { Stat, StatGrid } from "~/components/ui/stat";
import { Table } from "~/components/ui/table";
import type { Tone } from "~/components/ui/tone";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

type Status = GallerySamples["status"];

function Statuses({ status }: { status: Status }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StatusBadge>{status.draft}</StatusBadge>
      <StatusBadge tone="info">{status.review}</StatusBadge>
      <StatusBadge tone="success">{status.published}</StatusBadge>
      <StatusBadge tone="warning">{status.returned}</StatusBadge>
      <StatusBadge tone="danger">{status.expired}</StatusBadge>
      <Badge tone="brand" icon="certificate">
        {status.kind}
      </Badge>
      <Badge>{status.trl}</Badge>
      <Badge tone="accent" icon="clock">
        {status.ending}
      </Badge>
    </div>
  );
}

const rowStates: Record<string, { tone: Tone; key: keyof Status }> = {
  published: { tone: "success", key: "published" },
  review: { tone: "info", key: "review" },
  returned: { tone: "warning", key: "returned" },
};

export function Content({ samples }: { samples: GallerySamples }) {
  const { details, sections, status, table } = samples;
  const rows = table.rows.map(([name = "", field = "", state = "", views = "", updated = ""]) => ({
    name,
    field,
    state,
    views,
    updated,
  }));
  return (
    <GallerySection id="data" title={sections.data}>
      <Statuses status={status} />
      <StatGrid>
        {details.stats.map(([label = "", value = "", unit = ""]) => (
          <Stat key={label} label={label} value={value} unit={unit} />
        ))}
      </StatGrid>
      <Card title={table.caption} headingLevel={3} padding="flush">
        <Table
          caption={table.caption}
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", header: table.name, cell: (row) => row.name, rowHeader: true },
            { key: "field", header: table.field, cell: (row) => row.field },
            {
              key: "state",
              header: table.state,
              cell: (row) => {
                const state = rowStates[row.state];
                return state ? (
                  <StatusBadge tone={state.tone}>{status[state.key]}</StatusBadge>
                ) : null;
              },
            },
            { key: "views", header: table.views, cell: (row) => row.views, align: "end" },
            {
              key: "updated",
              header: table.updated,
              cell: (row) => row.updated,
              align: "end",
              sortTo: "?sort=updated#data",
              sorted: "descending",
            },
          ]}
        />
      </Card>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title={details.card} headingLevel={3} footer={details.more}>
          <DescriptionList
            items={details.labels.map((label, index) => ({ label, value: details.values[index] }))}
          />
        </Card>
        <LinkCard to="/design#data" title={details.linkCard}>
          <p className="mt-1 text-sm text-muted">{details.linkText}</p>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            <Badge tone="brand">{status.kind}</Badge>
            <Badge>{status.trl}</Badge>
            <Tag>{samples.find.facets[1]?.[0]}</Tag>
          </div>
          <p className="mt-3 flex items-center gap-2 border-t border-line pt-3 text-sm text-muted">
            <Avatar name={details.values[0] ?? ""} size="sm" shape="square" />
            {details.values[0]}
          </p>
        </LinkCard>
      </div>
    </GallerySection>
  );
}
