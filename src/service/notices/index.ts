/** Telling officers, where they are, what waits for them. */
export { announcer, isListened } from './announce.ts';
export { announceOverdue } from './overdue.ts';
export { createRobotSender } from './robot.ts';
export { tryRobot } from './try-robot.ts';
