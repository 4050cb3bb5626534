/** What enterprises have told. */

export interface ProfilesTables {
  /** An enterprise that somebody has told of. `scope`: the group's conversation, empty for private chats; `enterprise`: empty for the unnamed one. */
  profile: {
    office: string;
    channel: string;
    senderId: string;
    scope: string;
    enterprise: string;
    isCurrent: number;
    updatedAt: number;
  };
  /** What was told of it. The period is two ISO days, empty where no months were said; value and evidence are JSON. */
  statement: {
    office: string;
    channel: string;
    senderId: string;
    scope: string;
    enterprise: string;
    entity: string;
    fact: string;
    periodFrom: string;
    periodTo: string;
    value: string;
    evidence: string | null;
    said: string;
  };
}
