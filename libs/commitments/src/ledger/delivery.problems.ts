import { defineProblem } from '#platform';

export const notDeliverable = defineProblem({
  slug: 'not-deliverable',
  status: 409,
  title: 'Deliveries are recorded while a commitment is active, or late on one that fell short',
  titleIt: "Le prestazioni si registrano mentre l'impegno è attivo, o in ritardo su uno rimasto incompiuto",
});
export const ownDelivery = defineProblem({
  slug: 'own-delivery',
  status: 403,
  title: 'A delivery is never confirmed or disputed by its promisor',
  titleIt: 'Una prestazione non è mai confermata né contestata da chi la deve',
});
export const counterEntry = defineProblem({
  slug: 'counter-entry',
  status: 409,
  title: 'A counter-entry needs no verdict; it follows the delivery that it corrects',
  titleIt: 'Uno storno non richiede riscontro; segue la prestazione che corregge',
});
