package id.capaian.progress.control;

import id.capaian.extension.PackForms;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** The form a plan's pack brings for progress, and the check of its answers. */
@ApplicationScoped
class ProgressForms {

    private final PackForms forms;

    ProgressForms() {
        this(null);
    }

    @Inject
    ProgressForms(PackForms forms) {
        this.forms = forms;
    }

    /** Empty when the plan was written by hand, or its pack brings no such form, or is not known here. */
    Optional<Form> of(IndicatorAtWork own) {
        return forms.find(own.packId(), own.packVersion(), FormPurpose.PROGRESS);
    }

    /** See {@link PackForms#isKnown}. */
    boolean isKnown(IndicatorAtWork own) {
        return forms.isKnown(own.packId(), own.packVersion());
    }

    /** Refuses answers that do not fit, each with its field and remedy in the reader's language. */
    void check(Form form, String answers, Locale locale) {
        forms.check(form, answers, locale);
    }
}
