/** Where compiled modules are kept between runs; null where there is no folder that only its owner can write. */
export function cacheFolder(): string | null;
