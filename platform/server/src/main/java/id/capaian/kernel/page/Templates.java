package id.capaian.kernel.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Templates, compiled with the server; nothing is compiled while it runs. */
@ApplicationScoped
public class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Templates.class.getClassLoader(), "gg.jte.generated.precompiled");

    /**
     * A page as UTF-8 bytes.
     *
     * @param template name without ending, e.g. {@code progress/list}
     * @param view     the template's {@code view}; null when it takes none
     */
    public byte[] render(String template, Shell shell, Object view) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("shell", shell);
        if (view != null) {
            parameters.put("view", view);
        }
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toByteArray();
    }
}
