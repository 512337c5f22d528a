package id.capaian.statistics.boundary;

import id.capaian.kernel.json.Json;
import java.nio.charset.StandardCharsets;

/** A summary as the page needs it and, written once, as programs get it. */
final class Summary {

    private final SummaryView view;
    private final byte[] json;

    Summary(SummaryView view) {
        this.view = view;
        this.json = Json.write(view).getBytes(StandardCharsets.UTF_8);
    }

    SummaryView view() {
        return view;
    }

    /** The view in UTF-8; not to be changed. */
    byte[] json() {
        return json;
    }
}
