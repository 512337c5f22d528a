package id.capaian.planning.control;

import id.capaian.extension.PackForms;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.planning.entity.SkpVersion;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;

/**
 * The employee answers the form the plan's pack brings, while the plan is a draft; the answers belong to its version.
 */
@TenantUseCase
public class AnswerPlanForm {

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final PackForms forms;
    private final Once once;

    AnswerPlanForm() {
        this(null, null, null, null);
    }

    @Inject
    AnswerPlanForm(PlanDesk desk, PlanWriter writer, PackForms forms, Once once) {
        this.desk = desk;
        this.writer = writer;
        this.forms = forms;
        this.once = once;
    }

    /** What was asked for, as the idempotency key remembers it. */
    record Request(UUID skpId, long version, String formAnswers) {
    }

    /**
     * Keeps the answers in place of earlier ones.
     *
     * @param formAnswers a JSON object in text
     * @param key         the caller's idempotency key, null for none
     * @param locale      language of what is said about the fields
     * @throws ProblemException {@link Problem#NOT_FOUND} for somebody else's plan, and for one whose pack has no such
     *                          form, {@link Problem#PACK_NOT_READY} while this node cannot say what form it has,
     *                          {@link Problem#MOVE_NOT_ALLOWED} unless it is a draft,
     *                          {@link Problem#INVALID_INPUT}, {@link Problem#VERSION_STALE}
     */
    public PlanState answer(UUID skpId, long version, String formAnswers, String key, Locale locale) {
        return once.perform(key, new Request(skpId, version, formAnswers), PlanState.class,
                () -> answered(skpId, version, formAnswers, locale));
    }

    private PlanState answered(UUID skpId, long version, String formAnswers, Locale locale) {
        Skp skp = desk.own(skpId, version);
        skp.requireStatus(SkpStatus.DRAFT);
        SkpVersion draft = desk.newest(skp);
        Form form = forms.get(draft.source().packId(), draft.source().packVersion(), FormPurpose.PLAN);
        forms.check(form, formAnswers, locale);
        PlanContent content = PlanContent.of(draft);
        writer.replace(skp, draft, content.with(content.beside().answering(form.id(), formAnswers)));
        return desk.moved(skp);
    }
}
