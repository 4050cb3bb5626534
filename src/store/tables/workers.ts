/** What several workers share, and the version of the tables. */

export interface WorkersTables {
  counter: { office: string; name: string; value: number };
  secret: { office: string; name: string; value: string };
  seat: { office: string; role: string; holder: string; heldUntil: number };
  migration: { version: number; name: string; appliedAt: number };
}
