/** What a pack must pass before it is signed; extend {@link id.capaian.plugin.testkit.RegionPackContract}. */
@NullMarked
package id.capaian.plugin.testkit;

import org.jspecify.annotations.NullMarked;
