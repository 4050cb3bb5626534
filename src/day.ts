/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string;
