/** An error whose message is one clear Chinese sentence that says what to do. Shown as it is, without a stack. */
export class UserError extends Error {
  override name = 'UserError';
}
