// Verifies DSSE envelopes with sigstore-js and one public key: node verify.mjs KEY ENVELOPE…
import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// What `sigstore.verify` is made of; that one would fetch sigstore's own roots first.
const of = createRequire(createRequire(import.meta.url).resolve("sigstore"));
const { bundleFromJSON } = of("@sigstore/bundle");
const { Verifier, toSignedEntity, toTrustMaterial } = of("@sigstore/verify");

const [keyFile, ...envelopes] = process.argv.slice(2);
const publicKey = createPublicKey(readFileSync(keyFile));
const root = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] };
const trust = toTrustMaterial(root, () => ({ publicKey, validFor: () => true }));
const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });

for (const file of envelopes) {
  const bundle = bundleFromJSON({
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: "release" }, tlogEntries: [] },
    dsseEnvelope: JSON.parse(readFileSync(file, "utf8")),
  });
  verifier.verify(toSignedEntity(bundle));
  console.log(`verified ${file}`);
}
