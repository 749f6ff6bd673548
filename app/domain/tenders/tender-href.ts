export const tenderHref = (number: number) => `/tenders/${number}`;
export const deskTenderHref = (tenderId: string, part = "") =>
  `/desk/tenders/${tenderId}${part === "" ? "" : `/${part}`}`;
export const officeTenderHref = (tenderId: string) => `/office/tenders/${tenderId}`;
