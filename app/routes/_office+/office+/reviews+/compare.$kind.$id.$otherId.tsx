import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparePage } from "~/components/catalogue/compare-page";
import { loadComparison } from "~/http/listings/compare-listings.server";

export const loader = (args: LoaderFunctionArgs) => loadComparison(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Compare() {
  const { view } = useLoaderData<typeof loader>();
  return <ComparePage view={view} />;
}
