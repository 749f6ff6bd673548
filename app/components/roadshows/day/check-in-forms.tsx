import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Pagination } from "~/components/ui/pagination";
import { TextInput } from "~/components/ui/text-input";
import type { CheckInPage } from "~/domain/roadshows/day/check-in-view";

type Props = {
  query: string;
  page: CheckInPage;
  scanId: string;
  view: FormAnswer;
};

/** The desk without client code: search, typed code, walk-in. */
export function CheckInForms({ query, page, scanId, view }: Props) {
  const { t } = useTranslation("stage");
  const to = (at: number) =>
    at < 1 || at > page.pages ? null : `?${new URLSearchParams({ q: query, page: String(at) })}`;
  const hidden = <input type="hidden" name="scanId" value={scanId} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      <Card title={t("checkIn.search")} headingLevel={3}>
        <Form method="get" className="grid gap-3">
          <TextInput name="q" type="search" label={t("checkIn.searchLabel")} defaultValue={query} />
          <div>
            <Button type="submit">{t("checkIn.searchDo")}</Button>
          </div>
        </Form>
        {query !== "" && page.found.length === 0 && (
          <p className="mt-3 text-muted">{t("checkIn.nobody")}</p>
        )}
        <ul className="mt-3 divide-y divide-line">
          {page.found.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 py-2.5">
              <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                <span className="tabular text-sm text-muted">#{one.number}</span>{" "}
                <span className="font-medium text-ink">{one.name}</span>{" "}
                <span className="text-sm text-muted">{one.organisationName}</span>{" "}
                {one.isWaiting && <Badge tone="warning">{t("checkIn.isWaiting")}</Badge>}
              </p>
              {one.at ? (
                <Badge tone="success">
                  {t("checkIn.at", { time: formatDateTime(one.at, "time") })}
                </Badge>
              ) : (
                <Form method="post">
                  {hidden}
                  <input type="hidden" name="participantId" value={one.id} />
                  <SubmitButton
                    intent={one.isWaiting ? "letIn" : "checkIn"}
                    size="sm"
                    variant={one.isWaiting ? "secondary" : "primary"}
                    aria-label={`${t(one.isWaiting ? "checkIn.letIn" : "checkIn.in")} ${one.name}`}
                  >
                    {t(one.isWaiting ? "checkIn.letIn" : "checkIn.in")}
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {page.pages > 1 && (
          <Pagination
            previousTo={to(page.page - 1)}
            nextTo={to(page.page + 1)}
            summary={`${page.page} / ${page.pages} · ${page.total}`}
          />
        )}
      </Card>
      <div className="min-w-0 space-y-5">
        <Card title={t("checkIn.code")} headingLevel={3}>
          <Form method="post" className="grid gap-3" noValidate>
            {hidden}
            <TextInput
              name="code"
              label={t("checkIn.code")}
              labelHidden
              hint={t("checkIn.codeHint")}
              autoComplete="off"
              defaultValue={view.text("code")}
              error={view.error("code")}
            />
            <div>
              <SubmitButton intent="checkIn" variant="secondary">
                {t("checkIn.codeDo")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <Card title={t("checkIn.walkIn")} headingLevel={3}>
          <Form method="post" className="grid gap-3" noValidate>
            {hidden}
            <TextInput
              name="name"
              label={t("checkIn.name")}
              required
              defaultValue={view.text("name")}
              error={view.error("name")}
            />
            <TextInput
              name="organisationName"
              label={t("checkIn.organisation")}
              defaultValue={view.text("organisationName")}
              error={view.error("organisationName")}
            />
            <TextInput
              name="phone"
              type="tel"
              label={t("checkIn.phone")}
              defaultValue={view.text("phone")}
              error={view.error("phone")}
            />
            <div>
              <SubmitButton intent="walkIn">{t("checkIn.walkInDo")}</SubmitButton>
            </div>
          </Form>
        </Card>
      </div>
    </div>
  );
}
