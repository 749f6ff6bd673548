import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { PlaceView, ProgrammeItemView } from "~/domain/roadshows/events/roadshow-view";

const readable = (moment: string) => moment.replace("T", " ");

function RowActions({ id, name, kind }: { id: string; name: string; kind: "place" | "item" }) {
  const { t } = useTranslation("roadshows");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Link className="link" to={`?${kind}=${id}#${kind}`}>
        {t(kind === "place" ? "place.edit" : "item.edit")}
        <span className="sr-only"> {name}</span>
      </Link>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <SubmitButton
          intent={kind === "place" ? "removePlace" : "removeItem"}
          variant="danger"
          size="sm"
        >
          {t("place.remove")}
          <span className="sr-only"> {name}</span>
        </SubmitButton>
      </Form>
    </div>
  );
}

export function PlaceTable({
  places,
  mayEdit,
}: {
  places: readonly PlaceView[];
  mayEdit: boolean;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <Card title={t("place.title")} padding="flush">
      <Table
        caption={t("place.caption")}
        rows={places}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon="pin" title={t("place.none")}>
            {t("place.noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("place.column.name"),
            rowHeader: true,
            cell: (one) => (
              <>
                {one.name}
                {one.zone && <span className="block text-sm text-muted">{one.zone}</span>}
                {one.closedFrom && (
                  <span className="block text-sm text-danger-600">
                    {t("place.closedFrom")} <DateTime value={one.closedFrom} format="datetime" />
                  </span>
                )}
              </>
            ),
          },
          {
            key: "kind",
            header: t("place.column.kind"),
            cell: (one) => t(`placeKinds.${one.kind as "HALL"}`),
          },
          {
            key: "size",
            header: t("place.column.size"),
            cell: (one) => (
              <>
                {one.kind === "TABLES"
                  ? t("page.tables", { count: one.count })
                  : t("page.capacity", { count: one.capacity })}
                {one.equipment.length > 0 && (
                  <span className="block text-sm text-muted">
                    {one.equipment.map((key) => t(`equipment.${key as "POWER"}`)).join(" · ")}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "openings",
            header: t("place.column.openings"),
            cell: (one) => (
              <ul>
                {one.openings.map(({ from, to }) => (
                  <li key={from} className="tabular">
                    {readable(from)} –{" "}
                    {from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : readable(to)}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: "action",
                  header: t("place.column.action"),
                  cell: (one: PlaceView) => <RowActions id={one.id} name={one.name} kind="place" />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

export function ItemTable({
  items,
  places,
  mayEdit,
}: {
  items: readonly ProgrammeItemView[];
  places: readonly PlaceView[];
  mayEdit: boolean;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <Card title={t("item.title")} padding="flush" id="items">
      <Table
        caption={t("item.caption")}
        rows={items}
        rowKey={(one) => one.id}
        empty={
          <EmptyState icon="list" title={t("item.none")}>
            {t("item.noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: t("item.column.name"),
            rowHeader: true,
            cell: (one) => one.title,
          },
          {
            key: "kind",
            header: t("item.column.kind"),
            cell: (one) => t(`itemKinds.${one.kind as "OTHER"}`),
          },
          {
            key: "minutes",
            header: t("item.column.minutes"),
            cell: (one) => `${one.minutes} ${t("form.minutes")}`,
          },
          {
            key: "when",
            header: t("item.column.when"),
            cell: (one) =>
              one.startsAt
                ? `${readable(one.startsAt)} · ${places.find(({ id }) => id === one.placeId)?.name ?? ""}`
                : `${t("item.free")} · ${t(`positions.${one.position as "ANY"}`)}`,
          },
          ...(mayEdit
            ? [
                {
                  key: "action",
                  header: t("item.column.action"),
                  cell: (one: ProgrammeItemView) => (
                    <RowActions id={one.id} name={one.title} kind="item" />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
