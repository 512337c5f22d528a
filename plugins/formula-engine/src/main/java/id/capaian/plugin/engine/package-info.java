/**
 * Makes a {@link id.capaian.plugin.api.RegionPack} of the files of a data pack, and looks after pack artefacts of both
 * kinds: reading a jar with limits, its signature, the scan of its classes, its golden cases, its forms' answers, and
 * the canonical JSON in which inputs and outcomes are kept for years.
 *
 * <p>No server inside. No type of a JSON, CEL or bytecode library shows in a public signature.
 *
 * <p>Callers: the server's plugin host, the admin program, and the test kit.
 */
@NullMarked
package id.capaian.plugin.engine;

import org.jspecify.annotations.NullMarked;
