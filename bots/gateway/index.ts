/** The door of the gateway: what all channels share of order, pace and safe keeping. */
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
