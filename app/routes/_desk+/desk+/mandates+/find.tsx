import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FitCard } from "~/components/brokers/fit-card";
import { PageHeader } from "~/components/layout/page-header";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { Disclosure } from "~/components/ui/disclosure";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { findBrokersFor } from "~/domain/brokers/find-brokers-for.server";
import { codeNamer, listOptions, regionNamer } from "~/domain/catalogue/code-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 10;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const locale = findLocale(request);
    const params = new URL(request.url).searchParams;
    const idOf = (name: string) => (isId(params.get(name)) ? params.get(name) : null);
    const achievementId = idOf("achievement");
    const needId = idOf("need");
    if (!achievementId && !needId) throw new DomainError("not_found", { status: 404 });
    const paging = readPaging(params, SIZE);
    const services = params.has("chosen") ? params.getAll("service") : null;
    const [found, name, region, options] = await Promise.all([
      findBrokersFor({ achievementId, needId, services, ...paging }, actor, db),
      codeNamer(db, locale),
      regionNamer(db, locale),
      listOptions(db, "broker-services", locale),
    ]);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      ...found,
      options: options.map(({ value, label }) => ({ value, label })),
      brokers: found.brokers.map((broker) => ({
        ...broker,
        level: broker.level && name("broker-levels", broker.level),
        region: region(broker.regionCode),
        matched: Object.fromEntries(
          broker.fit.parts.map((part) => {
            const list = part.key === "fields" ? "fields" : "broker-services";
            return [part.key, part.matched.map((code) => name(list, code))];
          }),
        ),
      })),
      page: paging.page,
      title: `${t("brokers:find.title", { title: found.listing.title })} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FindBroker() {
  const { listing, brokers, total, page, options, servicesWanted } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  const pageTo = (number: number) => {
    const params = new URLSearchParams({ [listing.kind]: listing.id, chosen: "1" });
    for (const service of servicesWanted) params.append("service", service);
    params.set("page", String(number));
    return `/desk/mandates/find?${params}`;
  };
  return (
    <>
      <PageHeader
        title={t("find.title", { title: listing.title })}
        lead={t("find.lead")}
        breadcrumbs={[
          { label: t("mandates.title"), to: "/desk/mandates" },
          { label: t("mandates.findBroker") },
        ]}
      />
      <div className="space-y-5">
        <Card>
          <Form method="get" className="space-y-3">
            <input type="hidden" name={listing.kind} value={listing.id} />
            <input type="hidden" name="chosen" value="1" />
            <CheckboxGroup
              name="service"
              label={t("find.services")}
              options={options}
              defaultValue={servicesWanted}
              columns={3}
            />
            <Button type="submit" variant="secondary">
              {t("find.apply")}
            </Button>
          </Form>
          <Disclosure summary={t("find.how")}>
            <p className="prose-text text-sm text-muted">{t("find.howText")}</p>
          </Disclosure>
        </Card>
        {brokers.length === 0 ? (
          <EmptyState icon="users" title={t("find.empty")} />
        ) : (
          <ol className="space-y-4">
            {brokers.map((broker) => (
              <li key={broker.id}>
                <FitCard
                  broker={broker}
                  offerTo={`/desk/mandates/new?broker=${broker.id}&${listing.kind}=${listing.id}`}
                />
              </li>
            ))}
          </ol>
        )}
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("find.count", { count: total })}
        />
      </div>
    </>
  );
}
