package id.capaian.extension.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Pages as a regional admin sees them. */
public final class PageSample {

    private PageSample() {
    }

    public static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"), "/samarinda/paket",
                "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti", Set.of(Roles.REGION_HR_ADMIN), List.of(), "token",
                null));
    }

    public static String render(String template, Language language, Object view) {
        return new String(new Templates().render(template, shell(language), view), StandardCharsets.UTF_8);
    }
}
