import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskPage } from "~/components/catalogue/desk-page";
import { actOnDeskListing, loadDeskListing } from "~/http/listings/desk-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadDeskListing("need", args);

export const action = (args: ActionFunctionArgs) => actOnDeskListing("need", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function DeskListing() {
  const { view } = useLoaderData<typeof loader>();
  return <DeskPage view={view} answer={useActionData<typeof action>()} />;
}
