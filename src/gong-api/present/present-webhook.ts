import { everyBlock } from "../every-block.ts";
import type { ContentSelector, DetailedCall, DetailedParty } from "../schemas/list-calls-extensive.ts";

/** Gong: what it sends of a call is what `POST /v2/calls/extensive` answers when asked for everything. */
export const everythingOfACall: ContentSelector = {
  context: "Extended",
  exposedFields: { ...everyBlock, media: true },
};

type WebhookParty = Omit<DetailedParty, "title" | "emailAddress" | "userId"> &
  Partial<Pick<DetailedParty, "title" | "emailAddress" | "userId">>;

/** The body of a webhook. */
export interface WebhookBody {
  readonly callData: Omit<DetailedCall, "parties"> & { readonly parties: readonly WebhookParty[] };
  readonly isTest: boolean;
  readonly isPrivate: boolean;
}

export function presentWebhook(call: DetailedCall, isTest: boolean): WebhookBody {
  const { metaData, context = [], parties = [], ...blocks } = call;
  const callData = { metaData, context, parties: parties.map(presentParty), ...blocks };
  return { callData, isTest, isPrivate: metaData.isPrivate };
}

/** Gong: unlike its answers, its webhooks leave out what is not known of a party. */
function presentParty({ title, emailAddress, userId, ...party }: DetailedParty): WebhookParty {
  return {
    ...party,
    ...(title !== null && { title }),
    ...(emailAddress !== null && { emailAddress }),
    ...(userId !== null && { userId }),
  };
}
