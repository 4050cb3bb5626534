/** Who may do what in the console: one table, which the routes name and a test walks. */

/** see: read pages; serve: answer people; review: change and sign documents; manage: officers, settings, audit. */
export const PERMISSIONS = ['see', 'serve', 'review', 'manage'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['查看', '客服', '审核', '管理'] as const;
export type Role = (typeof ROLES)[number];

export const MATRIX: Readonly<Record<Role, readonly Permission[]>> = {
  查看: ['see'],
  客服: ['see', 'serve'],
  审核: ['see', 'serve', 'review'],
  管理: ['see', 'serve', 'review', 'manage'],
};

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** An unknown role may do nothing. */
export const may = (role: string, permission: Permission): boolean =>
  isRole(role) && MATRIX[role].includes(permission);
