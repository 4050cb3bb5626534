/** Officers of the console: who they are, what they may do, and the record of what they did. */
export {
  addOfficer,
  changeRole,
  holderOfLink,
  listOfficers,
  type OfficerView,
  removeOfficer,
  renewLink,
  setPassword,
} from './accounts.ts';
export { type Actor, auditTrail, note } from './audit.ts';
export {
  type Accounts,
  accountsOf,
  isWay,
  type SignInElsewhere,
  setAccount,
  signInFrom,
  WAYS,
  type Way,
} from './elsewhere.ts';
export { SHORTEST_PASSWORD } from './passwords.ts';
export { MATRIX, may, PERMISSIONS, type Permission, ROLES, type Role } from './roles.ts';
export { type Session, type SignIn, sessionOf, signIn, signOut, signOutEverywhere } from './sessions.ts';
