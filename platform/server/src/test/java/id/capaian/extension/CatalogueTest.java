package id.capaian.extension;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which versions a tenant has enabled, as a node knows it. */
class CatalogueTest {

    private static final TenantCode HERE = new TenantCode("samarinda");
    private static final TenantCode THERE = new TenantCode("tubei");
    private static final Binding LATER = new Binding(new UUID(0, 1), HERE, new UUID(0, 2), "region-uji", "1.0.0", "sha",
            "{}", LocalDate.of(2999, 1, 1));

    @Test
    void aVersionIsEnabledForTheTenantThatBoundItAnywhere() {
        Catalogue catalogue = catalogue(true);
        assertTrue(catalogue.isEnabled(HERE, "region-uji", "1.0.0"));
        assertFalse(catalogue.isEnabled(HERE, "region-uji", "1.1.0"));
        assertFalse(catalogue.isEnabled(HERE, "region-lain", "1.0.0"));
        assertFalse(catalogue.isEnabled(THERE, "region-uji", "1.0.0"));
    }

    @Test
    void aNodeThatDoesNotKnowYetSaysNothingIsDisabled() {
        assertTrue(catalogue(false).isEnabled(HERE, "region-uji", "1.1.0"));
    }

    private static Catalogue catalogue(boolean settled) {
        return new Catalogue(new PluginHost() {
            @Override
            public boolean hasSettled() {
                return settled;
            }

            @Override
            public List<Binding> bindingsOf(TenantCode tenant) {
                return tenant.equals(HERE) ? List.of(LATER) : List.of();
            }
        }, new Caller());
    }
}
