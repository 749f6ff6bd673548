import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { AccountTable } from "~/components/payments/account-table";
import { BookingTable } from "~/components/payments/booking-table";
import { useFen } from "~/components/payments/use-fen";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { TextInput } from "~/components/ui/text-input";
import { caseBalances, listAccounts, listBookings } from "~/domain/payments/ledger-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

/** Two lists on one page: `page` turns the bookings, `accounts` the accounts. */
export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["payments", "common"]);
    const params = new URL(request.url).searchParams;
    const find = (params.get("find") ?? "").slice(0, 100);
    const account = params.get("account") ?? "";
    const db = getDb();
    const { page, skip, size } = readPaging(params, PAGE_SIZE);
    const second = readPaging(new URLSearchParams({ page: params.get("accounts") ?? "1" }), size);
    const [accounts, bookings, balances] = await Promise.all([
      listAccounts({ skip: second.skip, take: size }, actor, db),
      listBookings({ find, accountId: account }, { skip, take: size }, actor, db),
      find === "" ? null : caseBalances(find, actor, db),
    ]);
    return {
      title: `${t("payments:office.ledger.title")} · ${t("common:marketName")}`,
      find,
      account,
      page,
      accountPage: second.page,
      accounts,
      bookings,
      balances,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LedgerPage() {
  const { t } = useTranslation("payments");
  const fen = useFen();
  const { find, account, page, accountPage, accounts, bookings, balances } =
    useLoaderData<typeof loader>();
  const to = (bookingsAt: number, accountsAt: number) => {
    const params = new URLSearchParams({ page: String(bookingsAt), accounts: String(accountsAt) });
    if (find) params.set("find", find);
    if (account) params.set("account", account);
    return `/office/ledger?${params}`;
  };
  const pagesOf = (at: number, total: number, href: (at: number) => string) => ({
    previousTo: at > 1 ? href(at - 1) : undefined,
    nextTo: at * PAGE_SIZE < total ? href(at + 1) : undefined,
    summary: t("listSummary", {
      from: Math.min((at - 1) * PAGE_SIZE + 1, total),
      to: Math.min(at * PAGE_SIZE, total),
      total,
    }),
  });
  const isFiltered = find !== "" || account !== "";
  return (
    <>
      <PageHeader title={t("office.ledger.title")} lead={t("office.ledger.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="tabular">{t("office.ledger.total", { sum: fen(accounts.sumFen) })}</p>
        <Card title={t("office.ledger.accounts")} padding="flush">
          <AccountTable accounts={accounts.accounts} caption={t("office.ledger.accountsCaption")} />
        </Card>
        <Pagination {...pagesOf(accountPage, accounts.total, (at) => to(page, at))} />
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextInput
            name="find"
            label={t("office.ledger.caseId")}
            width="medium"
            defaultValue={find}
          />
          <SubmitButton variant="secondary" icon="search">
            {t("office.ledger.show")}
          </SubmitButton>
          {isFiltered && (
            <Link className="link" to="/office/ledger">
              {t("office.ledger.all")}
            </Link>
          )}
        </Form>
        {balances && balances.length > 0 && (
          <Card title={t("office.ledger.caseBalance")} padding="flush">
            <AccountTable accounts={balances} caption={t("office.ledger.caseBalance")} />
          </Card>
        )}
        <Card title={t("office.ledger.bookings")} padding="flush" id="bookings">
          <BookingTable bookings={bookings.bookings} />
        </Card>
        <Pagination {...pagesOf(page, bookings.total, (at) => to(at, accountPage))} />
      </div>
    </>
  );
}
