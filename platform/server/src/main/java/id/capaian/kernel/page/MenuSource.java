package id.capaian.kernel.page;

import java.util.List;

/** Entries a feature offers to the navigation. Implementations are application-scoped beans of the feature's boundary. */
public interface MenuSource {

    List<MenuEntry> entries();
}
