/** Telling officers, where they are, what waits for them. */
export { announcer, isListened } from './announce.ts';
export { createMailSender, mailFault } from './mail.ts';
export { announceOverdue } from './overdue.ts';
export { createRobotSender } from './robot.ts';
export { tryMail, tryRobot } from './try-notices.ts';
