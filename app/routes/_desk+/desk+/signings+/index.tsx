import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { useSigningText } from "~/components/roadshows/day/signing-table";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { listOwnSignings } from "~/domain/roadshows/day/signing-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerOwnSigning } from "~/http/roadshows/signing-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const { page } = readPaging(new URL(request.url).searchParams, 50);
    const list = await listOwnSignings(getDb(), page, actor);
    return { list, page, title: `${t("stage:signing.own")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => answerOwnSigning(request, await requireUser(request), getDb()));
}

/** Each side confirms what an organiser has written down. */
export default function OwnSigningsPage() {
  const { t } = useTranslation("stage");
  const { list, page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const text = useSigningText();
  const to = (at: number) => (at < 1 || at > list.pages ? null : `?page=${at}`);
  return (
    <>
      <PageHeader title={t("signing.own")} lead={t("signing.ownLead")} />
      <div className="space-y-5">
        <p className="text-sm text-muted">{t("signing.notice")}</p>
        <FormErrorSummary {...view.summary()} />
        {list.rows.length === 0 && <EmptyState title={t("signing.ownNone")} />}
        {list.rows.map((row) => {
          const status = text.status(row);
          return (
            <Card
              key={row.id + row.side}
              title={row.title}
              actions={<Badge tone={status.tone}>{status.text}</Badge>}
            >
              <p>
                {t(`signing.kinds.${row.kind}`)} · {row.supply} → {row.demand} ·{" "}
                {text.amount(row.amountFen)}
              </p>
              <p className="mt-1 text-sm text-muted">
                {row.roadshowTitle} · {row.organisation} {t(`signing.side.${row.side}`)}
              </p>
              {row.mayConfirm && (
                <Form method="post" className="mt-3">
                  <input type="hidden" name="signingId" value={row.id} />
                  <SubmitButton
                    intent="confirm"
                    aria-label={`${t("signing.confirm")} ${row.title}`}
                  >
                    {t("signing.confirm")}
                  </SubmitButton>
                </Form>
              )}
            </Card>
          );
        })}
        <Pagination
          previousTo={to(page - 1)}
          nextTo={to(page + 1)}
          summary={`${page} / ${list.pages}`}
        />
      </div>
    </>
  );
}
