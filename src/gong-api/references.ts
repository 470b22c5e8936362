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

/** Leads and contacts of a CRM, as it sent them, and as they were given with calls. */
export interface CustomerData {
  readonly system: string;
  readonly objects: readonly {
    /** Of an object that the CRM sent. */
    readonly id: string | null;
    readonly objectType: string;
    readonly externalId: string;
    readonly mirrorId: string | null;
    readonly fields: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}
