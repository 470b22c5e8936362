/** What is kept of somebody. E-mails, meetings and engagement events are not kept here, so there are none. */
export interface References {
  readonly emails: readonly [];
  readonly calls: readonly CallReference[];
  readonly meetings: readonly [];
  readonly customerData: readonly CustomerData[];
}

export interface CallReference {
  readonly id: string;
  readonly status: "PROCESSING" | "COMPLETED" | "FAILED";
  readonly externalSystems: readonly [];
}

/** Leads and contacts of a CRM, as they were given with calls. */
export interface CustomerData {
  readonly system: string;
  readonly objects: readonly {
    readonly id: null;
    readonly objectType: string;
    readonly externalId: string;
    readonly mirrorId: null;
    readonly fields: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}
