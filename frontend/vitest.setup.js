import fc from "fast-check";

// The same examples in every run; `make fuzz` looks further.
fc.configureGlobal(process.env.FUZZ ? { numRuns: 20_000 } : { seed: 1 });
