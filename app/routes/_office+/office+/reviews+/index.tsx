import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReviewQueuePage } from "~/components/catalogue/review-queue-page";
import { loadReviewQueue } from "~/http/listings/review-queue.server";

export const loader = (args: LoaderFunctionArgs) => loadReviewQueue(args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function Queue() {
  return <ReviewQueuePage view={useLoaderData<typeof loader>()} />;
}
