import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReviewPage } from "~/components/catalogue/review-page";
import { actOnReview, loadReview } from "~/http/listings/review-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadReview("need", args);

export const action = (args: ActionFunctionArgs) => actOnReview("need", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function Review() {
  const { view } = useLoaderData<typeof loader>();
  return <ReviewPage view={view} answer={useActionData<typeof action>()} />;
}
