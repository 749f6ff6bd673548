import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MinePage } from "~/components/catalogue/mine-page";
import { loadMine } from "~/http/listings/mine-listings.server";

export const loader = (args: LoaderFunctionArgs) => loadMine("achievement", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function Mine() {
  return <MinePage view={useLoaderData<typeof loader>().view} />;
}
