export const licenceHref = (number: number) => `/licences/${number}`;
export const ownLicenceHref = (offerId: string) => `/desk/licences/${offerId}`;
export const purchaseHref = (purchaseId: string) => `/desk/licences/purchases/${purchaseId}`;
