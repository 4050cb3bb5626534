/**
 * The door of the room for commands that answer once and write nothing. Through index.ts comes all that a server does, some three hundred modules
 * more, and each command is a process that loads what its door leads to.
 */
export { enterpriseOf, type ToldEnterprise } from './enterprise.ts';
export { loadSettings } from './load-settings.ts';
export { type MatchedBenefit, matchProfile, matchStatements, profileOfText } from './match.ts';
export { readKnowledge } from './read-knowledge.ts';
export { readMind, readShelf } from './shelf/read-shelf.ts';
