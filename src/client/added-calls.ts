/**
 * Which call Gong made of which client unique id, as far as this machine saw it: Gong cannot be asked for a call by that id, and shows
 * no call before its media is processed.
 */
export interface AddedCalls {
  remember(clientUniqueId: string, callId: string): Promise<void>;
  recall(clientUniqueId: string): Promise<string | undefined>;
}
