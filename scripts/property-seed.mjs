// Before each test file when PROPERTY_SEED is set: fast-check starts every property from that seed.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED) });
