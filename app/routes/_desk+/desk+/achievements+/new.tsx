import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewPage } from "~/components/catalogue/new-page";
import { loadNew, startDraft } from "~/http/listings/mine-listings.server";
import { useErrorText } from "~/i18n/use-error-text";

export const loader = (args: LoaderFunctionArgs) => loadNew("achievement", args);

export const action = (args: ActionFunctionArgs) => startDraft("achievement", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function New() {
  const { organisations, chosen } = useLoaderData<typeof loader>();
  const text = useErrorText();
  const error = text(useActionData<typeof action>()?.error);
  return <NewPage kind="achievement" organisations={organisations} chosen={chosen} error={error} />;
}
