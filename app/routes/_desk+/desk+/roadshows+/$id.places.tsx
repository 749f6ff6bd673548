import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { ItemForm } from "~/components/roadshows/events/item-form";
import { PlaceForm } from "~/components/roadshows/events/place-form";
import { ItemTable, PlaceTable } from "~/components/roadshows/events/place-tables";
import { viewOfIntent } from "~/components/roadshows/events/view-of-intent";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getPlaces } from "~/domain/roadshows/events/event-form-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerPlaces } from "~/http/roadshows/event-page-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const found = await getPlaces(params.id ?? "", actor, getDb());
    const query = new URL(request.url).searchParams;
    return {
      ...found,
      place: found.places.find((one) => one.id === query.get("place")) ?? null,
      item: found.items.find((one) => one.id === query.get("item")) ?? null,
      form: query.has("item") ? ("item" as const) : ("place" as const),
      title: `${t("roadshows:tabs.places")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPlaces(request, params.id ?? "", actor, getDb());
  });
}

/** Halls, tables, online rooms, and what takes place beside pitches and meetings. */
export default function RoadshowPlacesPage() {
  const { t } = useTranslation("roadshows");
  const data = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const days = [...new Set([data.startsOn, data.endsOn].flatMap((day) => day ?? []))];
  return (
    <div className="space-y-5">
      <FormErrorSummary
        {...view.summary({
          kind: t("place.kind"),
          name: t("place.name"),
          count: t("place.count"),
          capacity: t("place.capacity"),
          setupMinutes: t("place.setupMinutes"),
          url: t("place.url"),
          openings: t("place.openings"),
          title: t("item.name"),
          minutes: t("item.minutes"),
          placeId: t("item.place"),
          startsAt: t("item.startsAt"),
          personIds: t("itemPeople.label"),
        })}
      />
      <p className="text-muted">{t("place.lead")}</p>
      <PlaceTable places={data.places} mayEdit={data.mayEdit} />
      {data.mayEdit && data.form === "place" && (
        <PlaceForm
          key={`${data.place?.id}-${data.places.length}`}
          place={data.place}
          days={days}
          revision={data.revision}
          view={viewOfIntent(view, "place")}
        />
      )}
      <p className="text-muted">{t("item.lead")}</p>
      <ItemTable items={data.items} places={data.places} mayEdit={data.mayEdit} />
      {data.mayEdit &&
        (data.form === "item" ? (
          <ItemForm
            key={`${data.item?.id}-${data.items.length}`}
            item={data.item}
            places={data.places}
            people={data.people}
            revision={data.revision}
            view={viewOfIntent(view, "item")}
          />
        ) : (
          <LinkButton to="?item=new#item" icon="plus">
            {t("item.add")}
          </LinkButton>
        ))}
      {data.mayEdit && data.form === "item" && (
        <LinkButton to="?" icon="plus">
          {t("place.add")}
        </LinkButton>
      )}
    </div>
  );
}
